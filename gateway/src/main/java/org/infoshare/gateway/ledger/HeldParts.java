package org.infoshare.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for a named person. Their word is input to the next decision, and the message goes
 * down the road again. Where somebody is to be found takes two persons: the first one's word stands
 * until another confirms it, or refuses.
 */
public final class HeldParts {

  private static final String FIRST =
      """
      with trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, agency, code, by_person)
        select m.retention_class, m.retention_year, :at, 'part released by one of two', m.id, h.recipient_agency, h.rule, :by
        from held_part h join message m on m.id = h.message_id where h.id = :part)
      update held_part set first_by = :by, first_role = :role, first_reason = :reason, first_reason_key_id = :key, first_at = :at where id = :part
      """;

  // The place that was released or refused is what two persons were asked for (O19).
  private static final String SETTLE =
      """
      with released as (
        insert into release (id, held_part_id, message_id, segment, recipient_agency, recipient_function, rule, by_person, second_person, role,
                             reason, reason_key_id, refused, to_function, at)
        select :id, h.id, h.message_id, h.segment, h.recipient_agency, h.recipient_function, h.rule, :by, cast(:second as text), :role,
               :reason, :key, :refused, case when cast(:second as text) is not null then h.recipient_function end, :at
        from held_part h where h.id = :part),
      trail as (
        insert into evidence (retention_class, retention_year, at, what, message_id, agency, code, by_person)
        select m.retention_class, m.retention_year, :at, case when :refused then 'part refused' else 'part released' end, m.id,
               h.recipient_agency, h.rule, coalesce(cast(:second as text), :by)
        from held_part h join message m on m.id = h.message_id where h.id = :part),
      asked_for as (
        update obligation o set state = 'met', met_at = :at, met_by = :by || coalesce(' and ' || cast(:second as text), ''),
          how = case when :refused then 'the place was kept back' else 'the place was released' end
        from held_part h
        where h.id = :part and h.rule = 'B.location' and o.message_id = h.message_id and o.recipient_agency = h.recipient_agency
          and o.recipient_function = h.recipient_function and o.code = 'O19' and o.state = 'open'
          and not exists (
            select 1 from held_part other
            where other.message_id = h.message_id and other.recipient_agency = h.recipient_agency
              and other.recipient_function = h.recipient_function and other.rule = h.rule and other.state = 'waiting' and other.id <> h.id))
      update held_part set state = case when :refused then 'refused' else 'released' end, settled_at = :at, settled_by = :by where id = :part
      """;

  private final JdbcClient database;
  private final Transactions transactions;
  private final CaseKeys keys;
  private final Facts facts;
  private final FreeDeliveries free;
  private final Consultations consultations;
  private final LaneQueue lanes;
  private final InstantSource clock;

  HeldParts(LedgerParts parts, Transactions transactions) {
    this.database = parts.database();
    this.transactions = transactions;
    this.keys = parts.keys();
    this.facts = new Facts(parts.database());
    this.free = new FreeDeliveries(parts);
    this.consultations = new Consultations(parts);
    this.lanes = parts.lanes();
    this.clock = parts.clock();
  }

  /** How far a release has come. */
  public enum Released {
    RELEASED,
    /** Two persons are needed, and this was the first: nothing has changed for the part. */
    ONE_OF_TWO
  }

  /** Whether a part that is held by this rule is released by two persons. */
  public static boolean needsTwo(String rule, String category) {
    return HeldRow.needsTwo(rule, category);
  }

  /**
   * Releases a part, and queues its message to be decided again with that. A place is released when
   * a second person has said so, too, to the recipient's function that the part was held from.
   *
   * @throws NotHeld if it does not wait
   * @throws OnePersonTwice if the second of two persons is the first
   */
  public Released release(UUID heldPart, ReleaseByPerson release) {
    return release(Set.of(heldPart), release).get(heldPart);
  }

  /**
   * The same of several parts of one message that wait to go to one recipient: all of them or none,
   * and what goes goes together.
   *
   * @return how far each has come
   */
  public Map<UUID, Released> release(Set<UUID> heldParts, ReleaseByPerson release) {
    Consultations.Prepared said = consultations.prepare(release.said(), clock.instant());
    return transactions.run(
        () -> {
          List<WaitingPart> parts = waiting(heldParts);
          var come = new HashMap<UUID, Released>();
          parts.forEach(part -> come.put(part.id(), release(part, release)));
          alsoSaid(said, parts, "release", release);
          if (come.containsValue(Released.RELEASED) || said.askAgain()) {
            goOn(parts.getFirst(), release.by());
          }
          return Map.copyOf(come);
        });
  }

  /**
   * Refuses to release parts of one message to one recipient: they stay behind, and are not asked
   * about again for the same rule. One person is enough.
   *
   * @throws NotHeld if one of them does not wait; then none is refused
   */
  public void refuse(Set<UUID> heldParts, String by, String role, String reason) {
    refuse(heldParts, by, role, reason, AlsoSaid.NOTHING);
  }

  /** The same, with what the person says besides. */
  public void refuse(
      Set<UUID> heldParts, String by, String role, String reason, AlsoSaid besides) {
    Consultations.Prepared said = consultations.prepare(besides, clock.instant());
    transactions.run(
        () -> {
          List<WaitingPart> parts = waiting(heldParts);
          var refusal = new ReleaseByPerson(by, role, reason);
          parts.forEach(part -> settle(part, refusal, Optional.empty(), true));
          alsoSaid(said, parts, "refusal", refusal);
          goOn(parts.getFirst(), by);
        });
  }

  private void alsoSaid(
      Consultations.Prepared said, List<WaitingPart> parts, String step, ReleaseByPerson by) {
    WaitingPart first = parts.getFirst();
    var about =
        new Consultations.About(
            first.message(),
            RecipientRow.of(first.recipient()),
            step,
            parts.stream().map(WaitingPart::segment).sorted().toList(),
            by.by(),
            by.role());
    consultations.write(said, about, clock.instant());
  }

  private Released release(WaitingPart part, ReleaseByPerson release) {
    if (!part.needsTwo()) {
      settle(part, release, Optional.empty(), false);
      return Released.RELEASED;
    }
    if (part.firstBy().isEmpty()) {
      first(part, release);
      return Released.ONE_OF_TWO;
    }
    ReleaseByPerson first = part.first(keys);
    if (first.by().equalsIgnoreCase(release.by())) {
      throw new OnePersonTwice();
    }
    var both =
        new ReleaseByPerson(
            first.by(), first.role(), first.reason() + "; confirmed: " + release.reason());
    settle(part, both, Optional.of(release.by()), false);
    return Released.RELEASED;
  }

  /** In one order, whoever asks: two persons do not wait for each other. */
  private List<WaitingPart> waiting(Set<UUID> heldParts) {
    List<WaitingPart> parts = heldParts.stream().sorted().map(this::waiting).toList();
    if (parts.stream().map(part -> List.of(part.message(), part.recipient())).distinct().count() != 1) {
      throw new IllegalArgumentException("parts of one message, to one recipient");
    }
    return parts;
  }

  private WaitingPart waiting(UUID heldPart) {
    return WaitingPart.lock(database, heldPart).orElseThrow(() -> new NotHeld(heldPart));
  }

  private void first(WaitingPart part, ReleaseByPerson release) {
    CaseKey key = keys.of(part.caseId());
    database
        .sql(FIRST)
        .param("part", part.id())
        .param("by", release.by())
        .param("role", release.role())
        .param("reason", sealed(key, release, Places.firstReason(part.id())))
        .param("key", key.id())
        .param("at", Sql.at(clock.instant()))
        .update();
  }

  private void settle(
      WaitingPart part, ReleaseByPerson release, Optional<String> second, boolean refused) {
    UUID id = UUID.randomUUID();
    CaseKey key = keys.of(part.caseId());
    database
        .sql(SETTLE)
        .param("id", id)
        .param("part", part.id())
        .param("by", release.by())
        .param("second", second.orElse(null))
        .param("role", release.role())
        .param("reason", sealed(key, release, Places.reason(id)))
        .param("key", key.id())
        .param("refused", refused)
        .param("at", Sql.at(clock.instant()))
        .update();
  }

  /** The message goes down the road again, once for all parts. */
  private void goOn(WaitingPart part, String by) {
    facts.moved(part.caseId());
    lanes.add(
        Lanes.decide(part.caseId(), part.urgent()),
        WorkKind.DECIDE,
        part.message(),
        part.urgent() ? Priority.URGENT : Priority.ORDINARY);
    free.queue(part.message(), part.recipient(), part.urgent(), by, clock.instant());
  }

  private static byte[] sealed(CaseKey key, ReleaseByPerson release, String place) {
    return key.content().seal(release.reason().getBytes(StandardCharsets.UTF_8), place);
  }
}
