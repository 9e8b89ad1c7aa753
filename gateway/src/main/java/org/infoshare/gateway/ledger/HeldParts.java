package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for a named person. Their word is input to the next decision, and the message goes
 * down the road again.
 */
public final class HeldParts {

  private static final String SETTLE =
      """
      with released as (
        insert into release (id, held_part_id, message_id, segment, recipient_agency, recipient_function, rule, by_person, second_person, role,
                             reason, reason_key_id, refused, to_function, at)
        select :id, h.id, h.message_id, h.segment, h.recipient_agency, h.recipient_function, h.rule, :by, cast(:second as text), :role,
               :reason, :key, :refused, cast(:toFunction as text), :at
        from held_part h where h.id = :part),
      trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, agency, code, by_person)
        select m.retention_class, m.retention_year, :at, case when :refused then 'part refused' else 'part released' end, m.id,
               h.recipient_agency, h.rule, :by
        from held_part h join message m on m.id = h.message_id where h.id = :part)
      update held_part set state = case when :refused then 'refused' else 'released' end, settled_at = :at, settled_by = :by where id = :part
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final CaseKeys keys;
  private final Facts facts;
  private final LaneQueue lanes;
  private final InstantSource clock;

  HeldParts(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.keys = parts.keys();
    this.facts = new Facts(parts.database());
    this.lanes = parts.lanes();
    this.clock = parts.clock();
  }

  /**
   * Releases a part, and queues its message to be decided again with that.
   *
   * @throws NotHeld if it does not wait
   */
  public void release(UUID heldPart, ReleaseByPerson release) {
    transactions.run(() -> settle(heldPart, release, false));
  }

  /**
   * Refuses to release a part: it stays behind, and is not asked about again for the same rule.
   *
   * @throws NotHeld if it does not wait
   */
  public void refuse(UUID heldPart, String by, String role, String reason) {
    transactions.run(
        () ->
            settle(
                heldPart,
                new ReleaseByPerson(by, Optional.empty(), role, reason, Optional.empty()),
                true));
  }

  private record Waiting(UUID message, UUID caseId, boolean urgent) {}

  private void settle(UUID heldPart, ReleaseByPerson release, boolean refused) {
    Waiting waiting =
        database
            .sql(
                """
                select m.id, m.case_id, m.urgent from held_part h join message m on m.id = h.message_id
                where h.id = ? and h.state = 'waiting' for update of h
                """)
            .param(heldPart)
            .query(
                (row, n) ->
                    new Waiting(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getBoolean(3)))
            .optional()
            .orElseThrow(() -> new NotHeld(heldPart));
    UUID id = UUID.randomUUID();
    CaseKey key = keys.of(waiting.caseId());
    database
        .sql(SETTLE)
        .param("id", id)
        .param("part", heldPart)
        .param("by", release.by())
        .param("second", release.second().orElse(null))
        .param("role", release.role())
        .param(
            "reason",
            key.content()
                .seal(release.reason().getBytes(StandardCharsets.UTF_8), Places.reason(id)))
        .param("key", key.id())
        .param("refused", refused)
        .param("toFunction", release.toFunction().orElse(null))
        .param("at", Sql.at(clock.instant()))
        .update();
    facts.moved(waiting.caseId());
    lanes.add(
        Lanes.decide(waiting.caseId(), waiting.urgent()),
        WorkKind.DECIDE,
        waiting.message(),
        waiting.urgent() ? Priority.URGENT : Priority.ORDINARY);
  }
}
