package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Category;
import org.infoshare.model.MessageId;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.MessageState;
import org.infoshare.routes.road.MessageState.PartState;
import org.infoshare.routes.road.MessageState.RecipientState;
import org.infoshare.routes.road.MessageState.State;
import org.infoshare.routes.road.MessageState.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What became of a message, as far as its sender may know. While nobody can decide it, it waits. A place that is kept back is kept back,
 * also while two persons are asked about it.
 */
final class Statuses {

  private static final String LOOK =
      """
      select json_build_object(
        'accepted_at', m.accepted_at,
        'decided_at', m.decided_at,
        'undecided_code', m.undecided_code,
        'undecided_at', m.undecided_at,
        'recipients', m.recipients,
        'decisions', (select json_agg(json_build_object('agency', recipient_agency, 'function', recipient_function, 'made_at', made_at, 'parts', parts))
                      from (select distinct on (recipient_agency, recipient_function) * from decision c
                            where c.message_id = m.id and c.retention_class = m.retention_class and c.retention_year = m.retention_year
                              and not ('ENG' = any (c.rules))
                            order by recipient_agency, recipient_function, recorded_at desc) newest),
        'deliveries', (select json_agg(json_build_object('agency', recipient_agency, 'function', recipient_function, 'state', state,
                                                         'state_at', state_at, 'not_carried', not_carried, 'stop_code', stop_code,
                                                         'last_error', last_error, 'delivered_at', delivered_at,
                                                         'perhaps_since', (select max(opened_at) from attempt a where a.delivery_id = d.id
                                                                           and coalesce(a.outcome, 'unknown') = 'unknown'),
                                                         'recalled', (select json_agg(part) from delivery r cross join unnest(r.segments) as part
                                                                      where r.message_id = m.id and r.recalls = d.id)) order by queued_at, id)
                       from delivery d where message_id = m.id and recalls is null),
        'held', (select json_agg(json_build_object('agency', recipient_agency, 'function', recipient_function, 'segment', segment,
                                                   'rule', rule, 'state', state, 'held_at', held_at) order by held_at, id)
                 from held_part where message_id = m.id and state in ('waiting', 'refused') and rule not in ('B.location', 'ENG')))
      from message m where m.sender = ? and m.sender_message_id = ?
      """;

  private final JdbcClient database;

  Statuses(JdbcClient database) {
    this.database = database;
  }

  Optional<MessageState> of(AgencyId sender, MessageId id) {
    return database
        .sql(LOOK)
        .params(sender.value(), id.value())
        .query(String.class)
        .optional()
        .map(json -> Rows.read(json, Row.class))
        .map(
            row ->
                new MessageState(
                    id,
                    row.acceptedAt(),
                    row.recipients().stream().map(recipient -> state(row, recipient)).toList()));
  }

  private record Row(
      Instant acceptedAt,
      Optional<Instant> decidedAt,
      Optional<String> undecidedCode,
      Optional<Instant> undecidedAt,
      List<RecipientRow> recipients,
      List<DecisionMade> decisions,
      List<Sent> deliveries,
      List<Held> held) {

    <T> List<T> of(List<T> rows, Predicate<T> recipient) {
      return rows == null ? List.of() : rows.stream().filter(recipient).toList();
    }
  }

  private record DecisionMade(String agency, String function, Instant madeAt, List<Part> parts) {}

  private record Part(String segment, String category, String where, String rule, boolean hidden) {

    Category kind() {
      return Category.valueOf(category.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * @param perhapsSince when an attempt was made of which nobody knows whether it arrived
   */
  record Sent(
      String agency,
      String function,
      String state,
      Instant stateAt,
      Set<String> notCarried,
      Optional<String> stopCode,
      Optional<String> lastError,
      Optional<Instant> deliveredAt,
      Optional<Instant> perhapsSince,
      Set<String> recalled) {

    Sent {
      stopCode = stopCode.map(ToldSender::code);
      recalled = recalled == null ? Set.of() : recalled;
    }
  }

  record Held(
      String agency, String function, String segment, String rule, String state, Instant heldAt) {

    Held {
      rule = ToldSender.code(rule);
    }
  }

  private static RecipientState state(Row row, RecipientRow recipient) {
    List<Sent> sent =
        row.of(
            row.deliveries(),
            one -> new RecipientRow(one.agency(), one.function()).equals(recipient));
    List<Held> held =
        row.of(row.held(), one -> new RecipientRow(one.agency(), one.function()).equals(recipient));
    List<DecisionMade> made =
        row.of(
            row.decisions(),
            one -> new RecipientRow(one.agency(), one.function()).equals(recipient));
    var steps = new ArrayList<Step>();
    steps.add(new Step(State.ACCEPTED, row.acceptedAt(), List.of()));
    if (made.isEmpty()) {
      row.undecidedCode()
          .map(code -> new Step(State.WAITING, row.undecidedAt().orElse(row.acceptedAt()), List.of(code)))
          .ifPresent(steps::add);
      return new RecipientState(recipient.recipient(), steps, List.of(), List.of());
    }
    List<PartState> parts = parts(made.getFirst(), sent, held);
    Instant newest = made.getFirst().madeAt();
    Instant decided = row.decidedAt().orElse(newest);
    steps.add(new Step(State.DECIDED, decided, List.of()));
    // The policy is asked as of a whole second, which may be before the message came in.
    steps.addAll(StatusSteps.of(newest.isAfter(decided) ? newest : decided, sent, held, parts));
    return new RecipientState(recipient.recipient(), steps, parts, List.of());
  }

  private static List<PartState> parts(DecisionMade made, List<Sent> sent, List<Held> held) {
    return made.parts().stream()
        .filter(part -> !part.hidden())
        .map(part -> part(part, sent, held))
        .toList();
  }

  private static PartState part(Part part, List<Sent> sent, List<Held> held) {
    if (!part.where().equals("goes")
        && sent.stream().anyMatch(one -> one.recalled().contains(part.segment()))) {
      return new PartState(new SegmentId(part.segment()), part.kind(), "out", "recalled");
    }
    Optional<Held> waits =
        held.stream()
            .filter(one -> one.segment().equals(part.segment()))
            .reduce((earlier, later) -> later);
    if (waits.isPresent() && !(part.where().equals("out"))) {
      String where = waits.get().state().equals("waiting") ? "held" : "out";
      return new PartState(new SegmentId(part.segment()), part.kind(), where, waits.get().rule());
    }
    if (part.where().equals("goes")
        && sent.stream().anyMatch(one -> one.notCarried().contains(part.segment()))) {
      return new PartState(new SegmentId(part.segment()), part.kind(), "out", "not_carried");
    }
    return new PartState(new SegmentId(part.segment()), part.kind(), part.where(), part.rule());
  }
}
