package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.FactsMoved;
import org.infoshare.routes.road.Finding;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RecipientDecision;
import org.infoshare.routes.road.Stop;
import org.infoshare.routes.road.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a delivery off the road: a named person, or something that must happen first, decides how
 * it goes on.
 */
final class Stopping {

  private static final String STOP =
      """
      with decided as (
      """
          + DecisionRow.INSERT
          + """
          ),
          owed as (
          """
          + ObligationRow.INSERT
          + """
          ),
          holding as (
          """
          + HeldRow.INSERT
          + """
          ),
          moved as (
            update delivery set state = :state, state_at = :at, stop_code = :code, decision_id = coalesce(cast(:again as uuid), decision_id),
              deadline_at = coalesce(cast(:waitsUntil as timestamptz), deadline_at),
              deadline_told_at = case when cast(:waitsUntil as timestamptz) is null then deadline_told_at end
            where id = :delivery and state in ('queued', 'sending', 'failed', 'unknown')
            returning id, decision_id, recipient_agency),
          told as (
            insert into attention (kind, code, detail, message_id, delivery_id, opened_at, excerpt, excerpt_key_id)
            select cast(:attention as text), :code, cast(:detail as text), :message, id, :at, :excerpt, cast(:excerptKey as uuid)
            from moved where cast(:attention as text) is not null
            on conflict do nothing),
          perhaps_there as (
            insert into attention (kind, code, message_id, delivery_id, opened_at)
            select 'may_have_arrived', 'MAY_HAVE_ARRIVED', :message, id, :at from moved
            where cast(:state as text) = 'stopped'
              and exists (select 1 from attempt a where a.delivery_id = :delivery and coalesce(a.outcome, 'unknown') = 'unknown')
            on conflict do nothing)
          insert into evidence (retention_class, retention_year, at, what, message_id, delivery_id, decision_id, agency, code)
          select :class, :year, :at, 'stopped', :message, id, decision_id, recipient_agency, :code from moved
          """;

  private final JdbcClient database;
  private final MessageTexts texts;
  private final CaseKeys keys;
  private final DecisionRecords records;
  private final LeftBehind leftBehind;
  private final LaneTurns turns;
  private final WorkingDays days;
  private final Deadlines deadlines;
  private final InstantSource clock;

  Stopping(LedgerParts parts) {
    this.database = parts.database();
    this.texts = parts.texts();
    this.keys = parts.keys();
    this.records = parts.records();
    this.leftBehind = new LeftBehind(parts);
    this.turns = parts.turns();
    this.days = parts.days();
    this.deadlines = parts.deadlines();
    this.clock = parts.clock();
  }

  /** How a stop looks in the ledger. */
  private record Seen(
      String state,
      String code,
      Optional<String> attention,
      Optional<String> detail,
      Optional<RecipientDecision> again) {}

  /**
   * A stop with everything that could be made before its transaction.
   *
   * @param on what it was found on
   * @param leavesBehind its decision lets parts go that this delivery does not have
   */
  record Prepared(
      DeliveryRow delivery,
      MessageText text,
      Stop stop,
      Standing on,
      Optional<Made> again,
      boolean leavesBehind,
      List<HeldRow> newlyHeld,
      Optional<SealedFinding> finding) {}

  /** Empty if the delivery has ended already. */
  Optional<Prepared> prepare(Outgoing outgoing, Stop stop) {
    return DeliveryRow.find(database, outgoing.key().value())
        .map(delivery -> prepare(delivery, outgoing, stop));
  }

  private Prepared prepare(DeliveryRow delivery, Outgoing outgoing, Stop stop) {
    MessageText text = texts.of(delivery.messageId());
    MessageWork work = MessageWork.look(database, text);
    Optional<Made> again =
        seen(stop).again().map(decision -> Made.of(decision, records.row(text, decision), days));
    List<HeldRow> held =
        again
            .map(
                made ->
                    made.newlyHeld(
                        work.heldFrom(made.recipient()),
                        work.elsewhere(delivery.id(), made.recipient())))
            .orElse(List.of());
    Optional<SealedFinding> finding =
        stop instanceof Stop.Found found
            ? SealedFinding.of(found.finding(), delivery.id(), keys.of(text.caseId()))
            : Optional.empty();
    return new Prepared(
        delivery,
        text,
        stop,
        standing(outgoing, again),
        again,
        again.filter(made -> leftBehind.any(made, text, work, Set.of())).isPresent(),
        held,
        finding);
  }

  private static Standing standing(Outgoing outgoing, Optional<Made> again) {
    return new Standing(
        outgoing.knowledge().version(),
        again
            .map(made -> made.decision().decision().revisions().tables())
            .orElse(outgoing.knowledge().activeTables()));
  }

  void stopped(Turn turn, Optional<Prepared> prepared) {
    prepared.ifPresent(this::stop);
    turns.done(turn);
  }

  private void stop(Prepared prepared) {
    if (!Standing.hold(database, prepared.text().caseId()).equals(prepared.on())) {
      throw new FactsMoved();
    }
    write(prepared);
    if (prepared.leavesBehind()) {
      leftBehind.decideAgain(prepared.text());
    }
  }

  private static Seen seen(Stop stop) {
    return switch (stop) {
      case Stop.NothingMayGo(RecipientDecision again) ->
          new Seen(
              "stopped",
              "NOTHING_MAY_GO",
              again.held().isEmpty() ? Optional.of("nothing_may_go") : Optional.empty(),
              Optional.empty(),
              Optional.of(again));
      case Stop.Found(Finding finding, Optional<RecipientDecision> again) ->
          new Seen(
              "stopped",
              finding.control().name(),
              Optional.of(SealedFinding.attention(finding.control())),
              Optional.of(SealedFinding.detail(finding)),
              again);
      case Stop.BeforeSending(Optional<RecipientDecision> again) ->
          new Seen("before_sending", "BEFORE_SENDING", Optional.empty(), Optional.empty(), again);
      case Stop.Fault(String code) ->
          new Seen("stopped", code, Optional.of("fault"), Optional.empty(), Optional.empty());
    };
  }

  private void write(Prepared prepared) {
    Instant at = clock.instant();
    MessageText text = prepared.text();
    Seen seen = seen(prepared.stop());
    var decisions =
        DecisionRow.Written.of(prepared.again().map(Made::row).stream().toList());
    database
        .sql(STOP)
        .param("decisions", decisions.decisions())
        .param("snapshots", decisions.snapshots())
        .param("obligations", Rows.of(prepared.again().map(Made::obligations).orElse(List.of())))
        .param("held", Rows.of(held(prepared, at)))
        .param("delivery", prepared.delivery().id())
        .param("message", text.id())
        .param("again", prepared.again().map(made -> made.row().id()).orElse(null))
        .param("state", seen.state())
        .param("code", seen.code())
        .param("attention", seen.attention().orElse(null))
        .param("detail", seen.detail().orElse(null))
        .param("waitsUntil", waitsUntil(prepared, at).map(Sql::at).orElse(null))
        .param("excerpt", prepared.finding().map(SealedFinding::excerpt).orElse(null))
        .param("excerptKey", prepared.finding().map(SealedFinding::keyId).orElse(null))
        .param("class", text.retentionClass().word())
        .param("year", text.retentionYear())
        .param("at", Sql.at(at))
        .update();
  }

  /** What must happen first has a clock of its own. */
  private Optional<Instant> waitsUntil(Prepared prepared, Instant at) {
    return prepared.stop() instanceof Stop.BeforeSending
        ? Optional.of(
            at.plus(
                deadlines.of(
                    prepared.delivery().recipient().recipient().agency(),
                    prepared.text().urgent())))
        : Optional.empty();
  }

  private List<HeldRow> held(Prepared prepared, Instant at) {
    if (!(prepared.stop() instanceof Stop.Found found)) {
      return prepared.newlyHeld();
    }
    RecipientDecision decision =
        prepared.again().map(Made::decision).orElseGet(() -> standing(prepared.delivery()));
    Set<SegmentId> released = decision.released();
    return ControlHolds.of(
        prepared.text(),
        decision.recipient(),
        found.finding().control(),
        prepared.delivery().segments().stream().filter(released::contains).toList(),
        at);
  }

  private RecipientDecision standing(DeliveryRow delivery) {
    UUID decision = delivery.decisionId();
    return records.read(
        decision,
        delivery.snapshotKey(),
        delivery.snapshot(),
        delivery.inputHash(),
        delivery.recipient());
  }
}
