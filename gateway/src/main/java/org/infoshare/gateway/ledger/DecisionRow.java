package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of one decision, as policy.md A.6 asks, in the ledger's columns. */
record DecisionRow(
    UUID id,
    UUID messageId,
    String retentionClass,
    int retentionYear,
    List<PartDecided> parts,
    String outcome,
    String recipientAgency,
    String recipientFunction,
    String recipientKind,
    boolean recipientVerified,
    Optional<JsonNode> recipientLinks,
    String purpose,
    Optional<String> requestedUnder,
    Optional<Boolean> necessity,
    Optional<Boolean> proportionality,
    JsonNode consents,
    JsonNode given,
    JsonNode risk,
    Optional<String> decidedBy,
    Optional<String> decidedByRole,
    List<ReleaseGiven> releases,
    boolean informingUnsafe,
    Optional<String> agreementState,
    String phase,
    Instant madeAt,
    Instant validUntil,
    String inputHash,
    String snapshotKey,
    byte[] snapshot,
    String kernelRevision,
    String tablesRevision,
    String engineVersion,
    List<String> rules,
    LocalDate retainUntil) {

  /**
   * The statement that writes them; the agreement's reference is that of the revision that decided.
   */
  static final String INSERT =
      """
      insert into decision (id, message_id, retention_class, retention_year, parts, outcome, recipient_agency, recipient_function, recipient_kind,
        recipient_verified, recipient_links, purpose, requested_under, necessity, proportionality, consents, given, risk, decided_by,
        decided_by_role, releases, informing_unsafe, agreement, phase, made_at, valid_until, input_hash, snapshot_key, snapshot,
        kernel_revision, tables_revision, engine_version, rules, retain_until)
      select t.id, t.message_id, t.retention_class, t.retention_year, t.parts, t.outcome, t.recipient_agency, t.recipient_function, t.recipient_kind,
        t.recipient_verified, t.recipient_links, t.purpose, t.requested_under, t.necessity, t.proportionality, t.consents, t.given, t.risk,
        t.decided_by, t.decided_by_role, t.releases, t.informing_unsafe,
        json_strip_nulls(json_build_object('state', t.agreement_state, 'reference', r.agreements -> t.recipient_agency ->> 'reference',
                                           'revision', r.revision))::jsonb,
        t.phase, t.made_at, t.valid_until, t.input_hash, t.snapshot_key, t.snapshot, t.kernel_revision, t.tables_revision, t.engine_version,
        t.rules, t.retain_until
      from jsonb_to_recordset(cast(:decisions as jsonb)) as t (
        id uuid, message_id uuid, retention_class text, retention_year int, parts jsonb, outcome text, recipient_agency text,
        recipient_function text, recipient_kind text, recipient_verified boolean, recipient_links jsonb, purpose text, requested_under text,
        necessity boolean, proportionality boolean, consents jsonb, given jsonb, risk jsonb, decided_by text, decided_by_role text,
        releases jsonb, informing_unsafe boolean, agreement_state text, phase text, made_at timestamptz, valid_until timestamptz,
        input_hash text, snapshot_key text, snapshot bytea, kernel_revision text, tables_revision text, engine_version text, rules text[],
        retain_until date)
      left join policy_revision r on r.revision = t.tables_revision
      """;

  /**
   * One part: what it is, what proves it, and what became of it for this recipient, by which rule
   * and on which basis.
   */
  record PartDecided(
      String segment,
      String category,
      String about,
      String standing,
      Optional<LocalDate> asOf,
      Optional<String> mac,
      String where,
      String rule,
      Optional<JsonNode> basis,
      boolean hidden) {}

  /** A release that the decision rests on, without its reason, which may name people. */
  record ReleaseGiven(
      String segment, String rule, String by, Optional<String> second, String role, Instant at) {}
}
