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

/**
 * The record of one decision, in the ledger's columns; a decision not to share leaves the same. What
 * policy.md A.6 asks, and where it is:
 *
 * <ol>
 *   <li>What, and what stayed and why: {@code parts}, each with its HMAC, verdict and rule. What a
 *       form had no place for: {@code attempt.not_carried}.
 *   <li>To whom: {@code recipient_…}. {@code recipient_verified_by} is the agreement that vouches for
 *       the addresses; the certificate is checked at each connection, and a call-back is O11.
 *   <li>Why: {@code purpose}, {@code requested_under}, {@code necessity}, {@code proportionality}; the
 *       text of the latter is what was written for O6.
 *   <li>Lawful basis: in {@code parts}; {@code policy_document}.
 *   <li>Consents: {@code consents} and {@code consent_evidence}, each kind by itself.
 *   <li>Risk: {@code risk}; how it was read: {@code given}; who says so: {@code sender_…}, and by name
 *       in the snapshot.
 *   <li>Who decided: {@code decided_…}, {@code releases}, {@code set_by_person}; {@code consulted},
 *       {@code dissent}.
 *   <li>Told or not: {@code informing_unsafe}, {@code informed}; why not and the next look: O4.
 *   <li>Agreement: {@code agreement}, with the revision that it is of.
 *   <li>Machine part: {@code phase}, {@code changed}, {@code input_hash}, {@code snapshot}, the
 *       revisions, {@code engine_version}, {@code rules}, {@code explanation_id}.
 *   <li>Obligations: {@code obligations}, and how each ended.
 *   <li>Receipts: deliveries and attempts; who acknowledged is O1. No partner says yet that a person
 *       opened it.
 *   <li>Review, recall, breach test: O5, O7, O17, and deliveries that recall.
 *   <li>Retention: class, year and {@code retain_until}, with the class's basis.
 * </ol>
 *
 * <p>What comes later, in 11 to 13, stands beside the record: the view {@code decision_record} has
 * both.
 */
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
    String explanationId,
    List<String> areas,
    LocalDate retainUntil) {

  /**
   * The statement that writes them. Agreement, policy document, verification and team are those of
   * the revision that decided; the evidence of consents, and who was told, is what the registry
   * holds of the message's persons, and of whoever was settled to be one of them, in this
   * transaction; so is who was heard. What changed is compared with the record before.
   */
  static final String INSERT =
      """
      insert into decision (id, message_id, retention_class, retention_year, sender_agency, sender_function, sender_role, parts, outcome,
        recipient_agency, recipient_function, recipient_kind, recipient_team, recipient_team_unknown, recipient_verified, recipient_verified_by,
        recipient_links, purpose, requested_under, necessity, proportionality, policy_document, consents, consent_evidence, given, risk, decided_by,
        decided_by_role, decided_at, set_by_person, releases, consulted, dissent, informing_unsafe, informed, obligations, agreement, phase, changed,
        made_at, valid_until, input_hash, snapshot_key, snapshot, kernel_revision, tables_revision, engine_version, rules, explanation_id, retain_until)
      select t.id, t.message_id, t.retention_class, t.retention_year, t.sender_agency, t.sender_function, t.sender_role, t.parts, t.outcome,
        t.recipient_agency, t.recipient_function, t.recipient_kind,
        case when directory.unknown is null then directory.team end, directory.unknown, t.recipient_verified,
        case when t.recipient_verified then r.agreements -> t.recipient_agency ->> 'reference' end, t.recipient_links, t.purpose, t.requested_under,
        t.necessity, t.proportionality, r.agreements -> t.sender_agency ->> 'policy_document', t.consents, known.consents,
        t.given, t.risk, t.decided_by, t.decided_by_role, t.decided_at, t.set_by_person, t.releases, persons.consulted, persons.dissent,
        t.informing_unsafe, known.informed, t.obligations,
        json_strip_nulls(json_build_object('state', t.agreement_state, 'reference', r.agreements -> t.recipient_agency ->> 'reference',
                                           'until', r.agreements -> t.recipient_agency ->> 'until', 'revision', r.revision))::jsonb,
        t.phase,
        case when before.id is null then '{}'
             when moved.named = '{}' and t.input_hash <> before.input_hash then '{facts}'
             else moved.named end,
        t.made_at, t.valid_until, t.input_hash, t.snapshot_key,
        substring(cast(:snapshots as bytea) from t.snapshot_from for t.snapshot_length), t.kernel_revision, t.tables_revision, t.engine_version,
        t.rules, t.explanation_id, t.retain_until
      from jsonb_to_recordset(cast(:decisions as jsonb)) as t (
        id uuid, message_id uuid, retention_class text, retention_year int, sender_agency text, sender_function text, sender_role text, parts jsonb,
        outcome text, recipient_agency text, recipient_function text, recipient_kind text, recipient_verified boolean, recipient_links jsonb,
        purpose text, requested_under text, necessity boolean, proportionality boolean, consents jsonb, given jsonb, risk jsonb, decided_by text,
        decided_by_role text, decided_at timestamptz, set_by_person text[], releases jsonb, informing_unsafe boolean, obligations jsonb,
        agreement_state text, phase text, made_at timestamptz, valid_until timestamptz, input_hash text, snapshot_key text, snapshot_from int, snapshot_length int,
        kernel_revision text, tables_revision text, engine_version text, rules text[], explanation_id text, areas text[], retain_until date)
      left join policy_revision r on r.revision = t.tables_revision
      cross join lateral (
        select min(team) as team,
               case when r.revision is null then 'not_looked_up' when count(*) = 0 then 'no_area' when count(team) < count(*) then 'no_team'
                    when count(distinct team) > 1 then 'several' end as unknown
        from unnest(t.areas) as area
        cross join lateral (select r.agreements -> t.recipient_agency -> 'teams' -> t.recipient_function ->> area as team) as named) as directory
      cross join lateral (
        select coalesce(jsonb_agg(consents order by ref, stated_at, id) filter (where consents is not null), '[]') as consents,
               coalesce(jsonb_agg(informed order by ref, stated_at, id) filter (where informed is not null), '[]') as informed
        from (
          select p.ref, c.stated_at, c.id::text as id,
                 jsonb_build_object('id', c.id, 'subject', p.ref, 'kind', c.kind, 'state', c.state, 'circumstances', c.circumstances, 'coercion', c.coercion,
                                    'stated_by', c.stated_by, 'message', c.message_id, 'stated_at', c.stated_at) as consents, null::jsonb as informed
          from persons_of(t.message_id) p cross join lateral (select * from consent where subject = p.person offset 0) as c
          union all
          select p.ref, i.stated_at, i.stated_by,
                 null, jsonb_strip_nulls(jsonb_build_object('subject', p.ref, 'state', i.state, 'told_on', i.told_on, 'stated_by', i.stated_by,
                                                            'message', i.message_id, 'stated_at', i.stated_at))
          from persons_of(t.message_id) p cross join lateral (select * from informing where person_id = p.person offset 0) as i) as said) as known
      cross join lateral (
        select coalesce(jsonb_agg(h.entry order by h.at, h.entry) filter (where h.kind = 'consulted'), '[]') as consulted,
               coalesce(jsonb_agg(h.entry order by h.at, h.entry) filter (where h.kind = 'dissent'), '[]') as dissent
        from heard h
        where h.message_id = t.message_id and h.recipient_agency = t.recipient_agency and h.recipient_function = t.recipient_function) as persons
      left join lateral (
        select b.id, b.kernel_revision, b.tables_revision, b.valid_until, b.releases, b.dissent, b.consent_evidence, b.decided_at, b.set_by_person, b.input_hash
        from decision b
        where b.message_id = t.message_id and b.retention_class = t.retention_class and b.retention_year = t.retention_year
          and b.recipient_agency = t.recipient_agency and b.recipient_function = t.recipient_function and not ('ENG' = any (b.rules))
        order by b.recorded_at desc limit 1) as before on true
      cross join lateral (
        select array_remove(array[
                 case when t.kernel_revision <> before.kernel_revision then 'rules' end,
                 case when t.tables_revision <> before.tables_revision then 'tables' end,
                 case when t.made_at >= before.valid_until then 'clock' end,
                 case when t.releases <> before.releases then 'releases' end,
                 case when persons.dissent <> coalesce(before.dissent, '[]') then 'dissent' end,
                 case when known.consents <> before.consent_evidence then 'consents' end,
                 case when t.decided_at is distinct from before.decided_at then 'named_decision' end], null)
               || array(select word from unnest(t.set_by_person) as word where word <> all (before.set_by_person) order by word) as named) as moved
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
