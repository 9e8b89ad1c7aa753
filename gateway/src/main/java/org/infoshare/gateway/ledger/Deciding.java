package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.DeliveryPlan.Planned;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.FactsMoved;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.Undecided;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records what was decided about a message, and queues, holds and owes what follows from it. */
final class Deciding {

  /** What every answer leaves, whoever gave it: its record, what is owed and what is held. */
  static final String ANSWERS =
      """
      with decided as (
      """
          + DecisionRow.INSERT
          + """
           returning id, recipient_agency, outcome),
          owed as (
          """
          + ObligationRow.INSERT
          + """
          ),
          holding as (
          """
          + HeldRow.INSERT
          + """
          )\
          """;

  private static final String RECORD =
      ANSWERS
          + """
          ,
          planned as (
            select * from jsonb_to_recordset(cast(:planned as jsonb)) as t (id uuid, recipient_agency text, recipient_function text, outgoing_id text,
              segments text[], decision_id uuid, state text, deadline_at timestamptz, lane text, urgent boolean, recalls uuid)),
          delivering as (
            insert into delivery (id, message_id, case_id, recipient_agency, recipient_function, outgoing_id, segments, decision_id, state, state_at,
                                  deadline_at, lane, urgent, queued_at, recalls)
            select id, :message, :case, recipient_agency, recipient_function, outgoing_id, segments, decision_id, state, :at,
                   deadline_at, lane, urgent, :at, recalls from planned
            on conflict (id) do update set segments = excluded.segments, decision_id = excluded.decision_id, state = excluded.state,
              state_at = excluded.state_at, stop_code = null, deadline_at = excluded.deadline_at, deadline_told_at = null),
          recalling as (
            insert into evidence (retention_class, retention_year, at, what, message_id, delivery_id, decision_id, agency)
            select :class, :year, :at, 'recalled', :message, recalls, decision_id, recipient_agency from planned where recalls is not null),
          trail as (
            insert into evidence (retention_class, retention_year, at, what, message_id, decision_id, agency, code)
            select :class, :year, :at, 'decided', :message, id, recipient_agency, outcome from decided)
          update message set decided_at = coalesce(decided_at, :at), undecided_code = null, undecided_at = null where id = :message
          """;

  private final JdbcClient database;
  private final MessageTexts texts;
  private final Remembering remembering;
  private final DecisionRecords records;
  private final HeldChanges heldChanges;
  private final HeldUndecided heldUndecided;
  private final DutyTold dutyTold;
  private final RecallWithdrawal withdrawal;
  private final Facts facts;
  private final LaneQueue lanes;
  private final LaneTurns turns;
  private final WorkingDays days;
  private final Deadlines deadlines;
  private final InstantSource clock;

  Deciding(LedgerParts parts) {
    this.database = parts.database();
    this.texts = parts.texts();
    this.remembering = parts.remembering();
    this.records = parts.records();
    this.heldChanges = new HeldChanges(parts.database());
    this.heldUndecided = new HeldUndecided(parts);
    this.dutyTold = new DutyTold(parts.database());
    this.withdrawal = new RecallWithdrawal(parts.database());
    this.facts = new Facts(parts.database());
    this.lanes = parts.lanes();
    this.turns = parts.turns();
    this.days = parts.days();
    this.deadlines = parts.deadlines();
    this.clock = parts.clock();
  }

  Undecided undecided(MessageKey key) {
    MessageText text = texts.of(key.value());
    MessageWork work = MessageWork.look(database, text);
    return new Undecided(
        key,
        text.message(),
        text.acceptedAt(),
        remembering.of(text, work.standing()),
        work.decided(),
        work.queued(),
        work.deliveries().isEmpty() ? Map.of() : sent(key));
  }

  private Map<Recipient, Set<SegmentId>> sent(MessageKey key) {
    return SentPart.of(database, key.value()).stream()
        .collect(
            Collectors.groupingBy(
                SentPart::recipient,
                Collectors.flatMapping(
                    part -> part.segments().stream().map(SegmentId::new), Collectors.toSet())));
  }

  /**
   * Everything that can be made before the transaction: records are encrypted, and nothing is
   * locked for that.
   */
  record Prepared(
      MessageText text, Decided decided, List<Made> made, List<SentPart> recalled) {}

  Prepared prepare(Decided decided) {
    MessageText text = texts.of(decided.key().value());
    return new Prepared(
        text,
        decided,
        decided.decisions().stream()
            .map(decision -> Made.of(decision, records.row(text, decision), days))
            .toList(),
        decided.recalled().isEmpty() ? List.of() : recalled(decided));
  }

  /** Delivery by delivery, since a recall names what it recalls by the id that its recipient knows. */
  private List<SentPart> recalled(Decided decided) {
    return SentPart.of(database, decided.key().value()).stream()
        .map(
            sent -> {
              var segments = new TreeSet<>(sent.segments());
              segments.retainAll(
                  decided.recalled().getOrDefault(sent.recipient(), Set.of()).stream()
                      .map(SegmentId::value)
                      .toList());
              return new SentPart(sent.delivery(), sent.recipient(), segments);
            })
        .filter(sent -> !sent.segments().isEmpty())
        .toList();
  }

  void record(Turn turn, Prepared prepared) {
    MessageText text = prepared.text();
    Decided decided = prepared.decided();
    boolean recalls = !decided.recalled().isEmpty();
    if (recalls) {
      // An attempt that is open while this is recorded finds the recall when it ends.
      SentPart.hold(database, text.id());
      if (!recalled(decided).equals(prepared.recalled()) || !isWhole(prepared)) {
        throw new FactsMoved();
      }
    }
    MessageWork work =
        recalls ? MessageWork.holdToMove(database, text) : MessageWork.hold(database, text);
    if (work.version() != decided.knowledgeVersion()) {
      throw new FactsMoved();
    }
    Instant at = clock.instant();
    var plan = new DeliveryPlan(text, work, deadlines, at);
    List<Planned> planned =
        prepared.made().stream()
            .flatMap(
                made ->
                    Stream.concat(plan.of(made).stream(), recalls(plan, made, prepared.recalled())))
            .toList();
    if (work.heldUndecided()) {
      heldUndecided.end(text.id(), prepared.made(), at);
    }
    write(prepared, work, planned, at);
    if (text.message().envelope().risk().immediate()) {
      dutyTold.settle(text.id(), at);
    }
    heldChanges.follow(prepared.made(), work, at);
    if (prepared.made().stream().anyMatch(made -> made.owes(ObligationCode.O7))) {
      withdrawal.whereNothingArrived(text.id(), at);
    }
    if (recalls) {
      facts.moved(text.caseId());
    }
    turns.done(turn);
    planned.stream()
        .filter(Planned::queued)
        .sorted(Comparator.comparing(Planned::lane))
        .forEach(delivery -> queue(delivery, text));
  }

  /** Nothing is recalled that has turned out meanwhile never to have arrived. */
  private static boolean isWhole(Prepared prepared) {
    return prepared.decided().recalled().entrySet().stream()
        .allMatch(
            one ->
                prepared.recalled().stream()
                    .filter(sent -> sent.recipient().equals(one.getKey()))
                    .flatMap(sent -> sent.segments().stream())
                    .collect(Collectors.toSet())
                    .containsAll(one.getValue().stream().map(SegmentId::value).toList()));
  }

  private static Stream<Planned> recalls(DeliveryPlan plan, Made made, List<SentPart> recalled) {
    return recalled.stream()
        .filter(sent -> sent.recipient().equals(made.recipient()))
        .map(sent -> plan.recalling(made, sent.delivery(), sent.segments()));
  }

  private void write(Prepared prepared, MessageWork work, List<Planned> planned, Instant at) {
    MessageText text = prepared.text();
    var decisions = DecisionRow.Written.of(prepared.made().stream().map(Made::row).toList());
    database
        .sql(RECORD)
        .param("message", text.id())
        .param("case", text.caseId())
        .param("class", text.retentionClass().word())
        .param("year", text.retentionYear())
        .param("at", Sql.at(at))
        .param("decisions", decisions.decisions())
        .param("snapshots", decisions.snapshots())
        .param(
            "obligations",
            Rows.of(prepared.made().stream().flatMap(made -> owed(made, work)).toList()))
        .param(
            "held",
            Rows.of(
                prepared.made().stream()
                    .flatMap(made -> newlyHeld(made, work))
                    .toList()))
        .param("planned", Rows.of(planned))
        .update();
  }

  /** No timer runs for what the recipient has already: nobody is asked to release it. */
  private static Stream<ObligationRow> owed(Made made, MessageWork work) {
    Set<String> held =
        made.decision().held().stream().map(SegmentId::value).collect(Collectors.toSet());
    boolean nothingWaits =
        !held.isEmpty() && work.deliveredTo(made.recipient()).containsAll(held);
    return made.obligations().stream().filter(owed -> !(nothingWaits && owed.holdTimer()));
  }

  /** What the recipient has already is no question of releasing it. */
  private static Stream<HeldRow> newlyHeld(Made made, MessageWork work) {
    Set<String> delivered = work.deliveredTo(made.recipient());
    return made.newlyHeld(work.heldFrom(made.recipient())).stream()
        .filter(part -> !delivered.contains(part.segment()));
  }

  private void queue(Planned delivery, MessageText text) {
    lanes.add(
        delivery.lane(),
        WorkKind.DELIVER,
        delivery.id(),
        text.urgent() ? Priority.URGENT : Priority.ORDINARY);
  }
}
