package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of one decision, as policy.md A.6 asks, in the ledger's columns. */
record DecisionRow(
    UUID id,
    UUID messageId,
    String retentionClass,
    int retentionYear,
    String senderAgency,
    String senderFunction,
    String senderRole,
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
    Optional<Instant> decidedAt,
    List<String> setByPerson,
    List<ReleaseGiven> releases,
    boolean informingUnsafe,
    JsonNode obligations,
    Optional<String> agreementState,
    String phase,
    Instant madeAt,
    Instant validUntil,
    String inputHash,
    String snapshotKey,
    @JsonIgnore byte[] snapshot,
    String kernelRevision,
    String tablesRevision,
    String engineVersion,
    List<String> rules,
    LocalDate retainUntil) {

  /**
   * The statement that writes them. Agreement, policy document and verification are those of the
   * revision that decided; the evidence of consents is what the registry holds of the message's
   * persons, and of whoever was settled to be one of them, in this transaction.
   */
  static final String INSERT =
      """
      insert into decision (id, message_id, retention_class, retention_year, sender_agency, sender_function, sender_role, parts, outcome,
        recipient_agency, recipient_function, recipient_kind, recipient_verified, recipient_verified_by, recipient_links, purpose, requested_under,
        necessity, proportionality, policy_document, consents, consent_evidence, given, risk, decided_by, decided_by_role, decided_at, set_by_person,
        releases, informing_unsafe, obligations, agreement, phase, made_at, valid_until, input_hash, snapshot_key, snapshot, kernel_revision,
        tables_revision, engine_version, rules, retain_until)
      select t.id, t.message_id, t.retention_class, t.retention_year, t.sender_agency, t.sender_function, t.sender_role, t.parts, t.outcome,
        t.recipient_agency, t.recipient_function, t.recipient_kind, t.recipient_verified,
        case when t.recipient_verified then r.agreements -> t.recipient_agency ->> 'reference' end, t.recipient_links, t.purpose, t.requested_under,
        t.necessity, t.proportionality, r.agreements -> t.sender_agency ->> 'policy_document', t.consents,
        coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'subject', p.ref, 'kind', c.kind, 'state', c.state, 'circumstances', c.circumstances,
                                                      'coercion', c.coercion, 'stated_by', c.stated_by, 'message', c.message_id, 'stated_at', c.stated_at)
                                   order by p.ref, c.stated_at, c.id)
                  from message_person p
                  cross join lateral (
                    select p.person_id as person
                    union select person_b from possible_match where person_a = p.person_id and state = 'same'
                    union select person_a from possible_match where person_b = p.person_id and state = 'same') as known
                  cross join lateral (select * from consent where subject = known.person offset 0) as c
                  where p.message_id = t.message_id), '[]'),
        t.given, t.risk, t.decided_by, t.decided_by_role, t.decided_at, t.set_by_person, t.releases, t.informing_unsafe, t.obligations,
        json_strip_nulls(json_build_object('state', t.agreement_state, 'reference', r.agreements -> t.recipient_agency ->> 'reference',
                                           'until', r.agreements -> t.recipient_agency ->> 'until', 'revision', r.revision))::jsonb,
        t.phase, t.made_at, t.valid_until, t.input_hash, t.snapshot_key,
        substring(cast(:snapshots as bytea) from t.snapshot_from for t.snapshot_length), t.kernel_revision, t.tables_revision, t.engine_version,
        t.rules, t.retain_until
      from jsonb_to_recordset(cast(:decisions as jsonb)) as t (
        id uuid, message_id uuid, retention_class text, retention_year int, sender_agency text, sender_function text, sender_role text, parts jsonb,
        outcome text, recipient_agency text, recipient_function text, recipient_kind text, recipient_verified boolean, recipient_links jsonb,
        purpose text, requested_under text, necessity boolean, proportionality boolean, consents jsonb, given jsonb, risk jsonb, decided_by text,
        decided_by_role text, decided_at timestamptz, set_by_person text[], releases jsonb, informing_unsafe boolean, obligations jsonb,
        agreement_state text, phase text, made_at timestamptz, valid_until timestamptz, input_hash text, snapshot_key text, snapshot_from int, snapshot_length int,
        kernel_revision text, tables_revision text, engine_version text, rules text[], retain_until date)
      left join policy_revision r on r.revision = t.tables_revision
      """;

  /**
   * Rows as {@link #INSERT} takes them. What is encrypted goes beside the JSON, as bytes: spelt in
   * it, it would be most of the text, which the database reads more than once.
   */
  record Written(String decisions, byte[] snapshots) {

    /** A row and where its snapshot is among all of them, counted as SQL does. */
    private record Placed(
        @JsonUnwrapped DecisionRow row, int snapshotFrom, int snapshotLength) {}

    static Written of(List<DecisionRow> rows) {
      var snapshots = new ByteArrayOutputStream();
      var placed = new ArrayList<Placed>();
      for (DecisionRow row : rows) {
        placed.add(new Placed(row, snapshots.size() + 1, row.snapshot().length));
        snapshots.writeBytes(row.snapshot());
      }
      return new Written(Rows.of(placed), snapshots.toByteArray());
    }
  }

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
