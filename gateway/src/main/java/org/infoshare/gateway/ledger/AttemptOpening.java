package org.infoshare.gateway.ledger;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.AttemptKey;
import org.infoshare.routes.road.FactsMoved;
import org.infoshare.routes.road.Finding;
import org.infoshare.routes.road.KeptBack;
import org.infoshare.routes.road.Opening;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.TurnLost;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens attempts: what is about to be sent is on disk before its first byte leaves. */
final class AttemptOpening {

  // The lane, the facts and the active tables stay as they are until the attempt is on disk.
  private static final String HOLD =
      """
      select l.epoch = :epoch and l.owner is not null as mine, f.version, coalesce((select revision from policy_active for share), '') as active_tables
      from case_facts f cross join lane l
      where f.case_id = (select case_id from delivery where id = :delivery) and l.lane = :lane
      for share of f, l
      """;

  // What its recipient may have from now on, it may have under this id only: "duplicate" is said of
  // the id, whatever is in it. The rest goes under another.
  private static final String MOVE =
      """
          moved as (
            update delivery set state = 'sending', state_at = :at, tries = tries + 1, decision_id = coalesce(cast(:again as uuid), decision_id),
              segments = case when recalls is null then cast(:carried as text[]) || cast(:notCarried as text[]) else segments end
            where id = :delivery and state in ('queued', 'sending', 'failed', 'unknown')
            returning id, decision_id),
          opened as (
            insert into attempt (id, retention_class, retention_year, delivery_id, decision_id, asked_again, opened_at, carried, not_carried,
                                 media_type, key_id, sent, sent_mac)
            select :attempt, :class, :year, id, decision_id, cast(:again as uuid) is not null, :at, cast(:carried as text[]), cast(:notCarried as text[]),
                   :mediaType, :key, :sent, :sentMac
            from moved returning id, delivery_id),
          trail as (
            insert into evidence (retention_class, retention_year, at, what, message_id, delivery_id, decision_id, agency)
            select :class, :year, :at, 'attempt opened', :message, moved.id, moved.decision_id, :agency from moved)
      """;

  /** On the decision that stands, with nothing kept back: so almost all attempts are. */
  private static final String OPEN = "with " + MOVE + " select id from opened";

  private static final String DECIDE_AND_OPEN =
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
          """
          + MOVE
          + """
          , told as (
            insert into attention (kind, code, detail, message_id, delivery_id, opened_at, excerpt, excerpt_key_id)
            select cast(:attention as text), :code, :detail, :message, id, :at, :excerpt, cast(:excerptKey as uuid)
            from moved where cast(:attention as text) is not null
            on conflict do nothing)
          select id from opened
          """;

  private final JdbcClient database;
  private final CaseKeys keys;
  private final Outgoings outgoings;
  private final DecisionRecords records;
  private final SecondChannel secondChannel;
  private final LeftBehind leftBehind;
  private final WorkingDays days;
  private final InstantSource clock;

  AttemptOpening(LedgerParts parts, Outgoings outgoings) {
    this.database = parts.database();
    this.keys = parts.keys();
    this.outgoings = outgoings;
    this.records = parts.records();
    this.secondChannel = new SecondChannel(parts.database(), parts.lanes());
    this.leftBehind = new LeftBehind(parts);
    this.days = parts.days();
    this.clock = parts.clock();
  }

  /**
   * An attempt with everything that could be made before its transaction.
   *
   * @param leavesBehind its decision lets more go than goes with it
   * @param keptBack of which somebody is asked only now
   */
  record Prepared(
      UUID attempt,
      MessageText text,
      Opening opening,
      Optional<Made> again,
      boolean leavesBehind,
      Optional<KeptBack> keptBack,
      List<HeldRow> held,
      CaseKey key,
      byte[] sent,
      byte[] sentMac,
      Optional<SealedFinding> finding) {}

  Prepared prepare(Opening opening) {
    MessageText text = outgoings.textOf(opening.delivery());
    CaseKey key = keys.of(text.caseId());
    UUID attempt = UUID.randomUUID();
    byte[] bytes = opening.toSend().bytes();
    Optional<Made> again =
        opening.again().map(decision -> Made.of(decision, records.row(text, decision), days));
    Optional<MessageWork> work =
        again.isPresent() || opening.keptBack().isPresent()
            ? Optional.of(MessageWork.look(database, text))
            : Optional.empty();
    Optional<KeptBack> keptBack =
        opening.keptBack().flatMap(kept -> notAskedYet(kept, work.get(), opening));
    return new Prepared(
        attempt,
        text,
        opening,
        again,
        again.filter(made -> leavesBehind(made, text, work.get(), opening)).isPresent(),
        keptBack,
        held(text, opening, keptBack, again, work),
        key,
        key.content().seal(bytes, Places.sent(attempt)),
        key.proof().of(bytes),
        keptBack.flatMap(
            kept -> SealedFinding.of(kept.finding(), opening.delivery().value(), key)));
  }

  private boolean leavesBehind(
      Made made, MessageText text, MessageWork work, Opening opening) {
    var goes = new TreeSet<String>();
    opening.carried().forEach(part -> goes.add(part.value()));
    opening.notCarried().forEach(part -> goes.add(part.value()));
    Set<String> kept =
        opening.keptBack().map(KeptBack::segments).orElse(Set.of()).stream()
            .map(SegmentId::value)
            .collect(Collectors.toSet());
    return leftBehind.any(made, text, work.with(opening.delivery().value(), goes), kept);
  }

  /** Nobody is asked again at every retry: not while it waits, nor once a person has refused. */
  private static Optional<KeptBack> notAskedYet(
      KeptBack kept, MessageWork work, Opening opening) {
    String rule = kept.finding().control().name();
    Set<String> asked =
        work.heldFrom(opening.toSend().recipient()).stream()
            .filter(part -> part.rule().equals(rule) && (part.waiting() || part.refused()))
            .map(MessageWork.HeldSoFar::segment)
            .collect(Collectors.toSet());
    Set<SegmentId> left =
        kept.segments().stream()
            .filter(part -> !asked.contains(part.value()))
            .collect(Collectors.toSet());
    return left.isEmpty() ? Optional.empty() : Optional.of(new KeptBack(kept.finding(), left));
  }

  /** What was released when it was queued and is held now, by the policy or by a control. */
  private List<HeldRow> held(
      MessageText text,
      Opening opening,
      Optional<KeptBack> keptBack,
      Optional<Made> again,
      Optional<MessageWork> work) {
    var held = new ArrayList<HeldRow>();
    keptBack.ifPresent(
        kept ->
            held.addAll(
                ControlHolds.of(
                    text,
                    opening.toSend().recipient(),
                    kept.finding().control(),
                    kept.segments(),
                    clock.instant())));
    again.ifPresent(
        made -> held.addAll(made.newlyHeld(work.get().heldFrom(made.recipient()))));
    return held;
  }

  AttemptKey open(Turn turn, Prepared prepared) {
    Opening opening = prepared.opening();
    if (prepared.leavesBehind()) {
      Standing.hold(database, prepared.text().caseId());
      leftBehind.decideAgain(prepared.text());
    }
    Held held =
        database
            .sql(HOLD)
            .param("epoch", turn.epoch())
            .param("lane", turn.lane())
            .param("delivery", opening.delivery().value())
            .query(
                (row, n) ->
                    new Held(row.getBoolean(1), new Standing(row.getLong(2), row.getString(3))))
            .single();
    if (!held.mine()) {
      throw new TurnLost(turn);
    }
    if (!held.standing()
        .equals(new Standing(opening.knowledgeVersion(), opening.tablesRevision()))) {
      throw new FactsMoved();
    }
    AttemptKey attempt = write(prepared).map(AttemptKey::new).orElseThrow(FactsMoved::new);
    if (!opening.toTell().isEmpty()) {
      secondChannel.tell(opening.delivery().value(), opening.toTell(), clock.instant());
    }
    return attempt;
  }

  private record Held(boolean mine, Standing standing) {}

  /** Empty if the delivery has ended meanwhile, by an answer for example. */
  private Optional<UUID> write(Prepared prepared) {
    boolean asDecided =
        prepared.again().isEmpty()
            && prepared.held().isEmpty()
            && prepared.keptBack().isEmpty();
    var statement = opening(database.sql(asDecided ? OPEN : DECIDE_AND_OPEN), prepared);
    return (asDecided ? statement : deciding(statement, prepared)).query(UUID.class).optional();
  }

  private JdbcClient.StatementSpec opening(
      JdbcClient.StatementSpec statement, Prepared prepared) {
    Opening opening = prepared.opening();
    MessageText text = prepared.text();
    return statement
        .param("message", text.id())
        .param("delivery", opening.delivery().value())
        .param("attempt", prepared.attempt())
        .param("again", prepared.again().map(made -> made.row().id()).orElse(null))
        .param("at", Sql.at(clock.instant()))
        .param("class", text.retentionClass().word())
        .param("year", text.retentionYear())
        .param("agency", opening.toSend().recipient().agency().value())
        .param(
            "carried",
            Sql.array(opening.carried().stream().map(SegmentId::value).sorted().toList()))
        .param(
            "notCarried",
            Sql.array(opening.notCarried().stream().map(SegmentId::value).sorted().toList()))
        .param("mediaType", opening.toSend().mediaType())
        .param("key", prepared.key().id())
        .param("sent", prepared.sent())
        .param("sentMac", prepared.sentMac());
  }

  private static JdbcClient.StatementSpec deciding(
      JdbcClient.StatementSpec statement, Prepared prepared) {
    Optional<Finding> kept = prepared.keptBack().map(KeptBack::finding);
    var decisions =
        DecisionRow.Written.of(prepared.again().map(Made::row).stream().toList());
    return statement
        .param("decisions", decisions.decisions())
        .param("snapshots", decisions.snapshots())
        .param("obligations", Rows.of(prepared.again().map(Made::obligations).orElse(List.of())))
        .param("held", Rows.of(prepared.held()))
        .param("attention", kept.map(one -> SealedFinding.attention(one.control())).orElse(null))
        .param("code", kept.map(one -> one.control().name()).orElse(null))
        .param("detail", kept.map(SealedFinding::detail).orElse(null))
        .param("excerpt", prepared.finding().map(SealedFinding::excerpt).orElse(null))
        .param("excerptKey", prepared.finding().map(SealedFinding::keyId).orElse(null));
  }
}
