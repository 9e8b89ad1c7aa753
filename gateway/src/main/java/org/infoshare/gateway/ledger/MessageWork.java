package org.infoshare.gateway.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Control;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was done for a message so far: its deliveries, what is held of it, what was met; and what
 * decisions rest on now.
 */
record MessageWork(
    long version,
    String activeTables,
    boolean decided,
    List<DeliverySoFar> deliveries,
    List<HeldSoFar> held,
    List<MetSoFar> met) {

  /**
   * The facts stay as they are until the transaction that asks with {@code for share} has ended.
   */
  private static final String LOOK =
      """
      select json_build_object(
        'version', f.version,
        'active_tables', coalesce((select revision from policy_active), ''),
        'decided', (select decided_at is not null from message where id = :message),
        'deliveries', (select json_agg(json_build_object('id', id, 'agency', recipient_agency, 'function', recipient_function,
                                                         'segments', segments, 'state', state, 'lane', lane,
                                                         'recalled', (select json_agg(part) from delivery r cross join unnest(r.segments) as part
                                                                      where r.message_id = :message and r.recalls = d.id)) order by queued_at, id)
                       from delivery d where message_id = :message and recalls is null),
        'held', (select json_agg(json_build_object('id', id, 'agency', recipient_agency, 'function', recipient_function, 'segment', segment,
                                                   'rule', rule, 'state', state) order by held_at, id)
                 from held_part where message_id = :message),
        'met', (select json_agg(json_build_object('agency', recipient_agency, 'function', recipient_function, 'code', code))
                from obligation where message_id = :message and state = 'met'))
      from case_facts f where f.case_id = :case
      """;

  MessageWork {
    deliveries = deliveries == null ? List.of() : deliveries;
    held = held == null ? List.of() : held;
    met = met == null ? List.of() : met;
  }

  record DeliverySoFar(
      UUID id,
      String agency,
      String function,
      Set<String> segments,
      String state,
      String lane,
      Set<String> recalled) {

    DeliverySoFar {
      recalled = recalled == null ? Set.of() : recalled;
    }

    Recipient recipient() {
      return new RecipientRow(agency, function).recipient();
    }

    DeliverySoFar with(Set<String> others) {
      return new DeliverySoFar(id, agency, function, others, state, lane, recalled);
    }

    boolean stopped() {
      return state.equals("stopped");
    }

    boolean delivered() {
      return state.equals("delivered") || state.equals("answered");
    }
  }

  record HeldSoFar(
      UUID id, String agency, String function, String segment, String rule, String state) {

    boolean waiting() {
      return state.equals("waiting");
    }

    boolean refused() {
      return state.equals("refused");
    }

    boolean undecided() {
      return rule.equals(HeldRow.UNDECIDED);
    }

    /** Not the policy holds it, but what looks at a delivery after it. */
    boolean byControl() {
      return Control.of(rule).isPresent();
    }
  }

  record MetSoFar(String agency, String function, String code) {}

  static MessageWork look(JdbcClient database, MessageText text) {
    return read(database, text, LOOK);
  }

  /** The same, and the caller's transaction is about to move the facts. */
  static MessageWork holdToMove(JdbcClient database, MessageText text) {
    return read(database, text, LOOK + " for no key update of f");
  }

  /** The same, and nobody moves the facts before the caller's transaction has ended. */
  static MessageWork hold(JdbcClient database, MessageText text) {
    return read(database, text, LOOK + " for share of f");
  }

  private static MessageWork read(JdbcClient database, MessageText text, String sql) {
    return Rows.read(
        database
            .sql(sql)
            .param("message", text.id())
            .param("case", text.caseId())
            .query(String.class)
            .single(),
        MessageWork.class);
  }

  /** The same, with these parts in this delivery and no others. */
  MessageWork with(UUID delivery, Set<String> segments) {
    return new MessageWork(
        version,
        activeTables,
        decided,
        deliveries.stream()
            .map(one -> one.id().equals(delivery) ? one.with(segments) : one)
            .toList(),
        held,
        met);
  }

  Standing standing() {
    return new Standing(version, activeTables);
  }

  /** What is queued or gone already and was not recalled since, by recipient. */
  Map<Recipient, Set<SegmentId>> queued() {
    return deliveries.stream()
        .filter(delivery -> !delivery.stopped())
        .collect(
            Collectors.groupingBy(
                DeliverySoFar::recipient,
                Collectors.flatMapping(
                    delivery ->
                        delivery.segments().stream()
                            .filter(segment -> !delivery.recalled().contains(segment))
                            .map(SegmentId::new),
                    Collectors.toSet())));
  }

  List<DeliverySoFar> deliveriesTo(Recipient recipient) {
    return deliveries.stream().filter(delivery -> delivery.recipient().equals(recipient)).toList();
  }

  /** The parts that the recipient's system has said that it has. */
  Set<String> deliveredTo(Recipient recipient) {
    return deliveriesTo(recipient).stream()
        .filter(DeliverySoFar::delivered)
        .flatMap(delivery -> delivery.segments().stream())
        .collect(Collectors.toSet());
  }

  /** Whether something is held because the policy could not be asked. */
  boolean heldUndecided() {
    return held.stream().anyMatch(part -> part.undecided() && part.waiting());
  }

  /** What a decision or a control held or holds from a recipient. */
  List<HeldSoFar> heldFrom(Recipient recipient) {
    return held.stream()
        .filter(part -> !part.undecided())
        .filter(
            part -> new RecipientRow(part.agency(), part.function()).recipient().equals(recipient))
        .toList();
  }

  /** The parts that other deliveries to this recipient have, on their way or there. */
  Set<String> elsewhere(UUID delivery, Recipient recipient) {
    return deliveriesTo(recipient).stream()
        .filter(other -> !other.id().equals(delivery) && !other.stopped())
        .flatMap(other -> other.segments().stream())
        .collect(Collectors.toSet());
  }

  boolean isMet(Recipient recipient, String code) {
    return met.contains(
        new MetSoFar(recipient.agency().value(), recipient.function().value(), code));
  }
}
