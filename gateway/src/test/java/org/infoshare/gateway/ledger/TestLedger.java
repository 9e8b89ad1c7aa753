package org.infoshare.gateway.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.gateway.ledger.keys.MasterKey;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.DeliveryKey;
import org.infoshare.routes.road.Knowledge;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.Opening;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RecipientDecision;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.ToSend;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.Undecided;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole ledger on a database of its own, under a clock that the test sets; turns are taken by
 * hand.
 */
final class TestLedger implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  final HikariDataSource source;
  final JdbcClient database;
  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final LaneTurns turns;
  final LaneQueue lanes;
  final JdbcLedger ledger;
  final HeldParts heldParts;
  final FoundExcerpts found;
  final Deliveries deliveries;
  final Endings endings;
  final Explanations explanations;
  final PersonsHeard heard;
  final OverrideReviews reviews;
  final Pages pages;
  final Notices notices;
  final OwedAgain owedAgain;
  final Conflicts conflicts;
  final PossibleMatches matches;
  final PolicyRevisions revisions;
  final CaseKeys caseKeys;
  final GatewayKeys gatewayKeys;

  TestLedger(Path folder) {
    this(TestDatabase.fresh(), folder);
  }

  /** Another node on the same database. */
  TestLedger(HikariDataSource source, Path folder) {
    this.source = source;
    this.database = JdbcClient.create(source);
    var manager = new JdbcTransactionManager(source);
    var apart = new TransactionTemplate(manager);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var master = MasterKey.in(folder.resolve("master.key"));
    this.caseKeys = new CaseKeys(database, master);
    this.gatewayKeys = new GatewayKeys(database, master, apart);
    this.turns = new LaneTurns(database);
    this.lanes = new LaneQueue(database);
    var transactions = new Transactions(new TransactionTemplate(manager));
    this.revisions = new PolicyRevisions(database, now::get, transactions);
    this.explanations =
        new Explanations(
            revisions, new KeptRules(database, now::get), PolicyFiles.packaged());
    var texts = new MessageTexts(database, caseKeys);
    var parts =
        new LedgerParts(
            database,
            caseKeys,
            texts,
            new Remembering(database, caseKeys),
            new DecisionRecords(
                gatewayKeys, "engine 1", explanations, new Areas(database, texts)),
            lanes,
            turns,
            WorkingDays.ofEngland(),
            new Deadlines(Duration.ofHours(4), Duration.ofMinutes(15), Map.of()),
            now::get);
    this.ledger =
        new JdbcLedger(
            parts,
            transactions,
            new Partitions(database, apart),
            new Registration(database, gatewayKeys, new Facts(database)),
            new LedgerEscalations(database, lanes));
    this.heldParts = new HeldParts(parts, transactions);
    this.found = new FoundExcerpts(parts);
    this.deliveries = new Deliveries(parts, transactions);
    this.endings = new Endings(parts);
    this.reviews = new OverrideReviews(parts, transactions);
    this.pages = new Pages(parts, transactions);
    this.notices = new Notices(parts, transactions);
    this.owedAgain = new OwedAgain(parts, transactions);
    this.conflicts = new Conflicts(parts, transactions);
    this.matches = new PossibleMatches(parts, transactions);
    this.heard = new PersonsHeard(parts);
  }

  /** A turn and what its row names. */
  record Taken(Turn turn, WorkKind kind, UUID ref) {}

  /** Takes the lane of the oldest row of this kind, as an engine would. */
  Taken take(WorkKind kind) {
    String lane =
        database
            .sql(
                "select r.lane from lane_row r join lane l using (lane) where r.kind = ? and"
                    + " l.owner is null and l.due <= clock_timestamp() order by r.created_at,"
                    + " r.lane limit 1")
            .param(kind.name())
            .query(String.class)
            .single();
    long epoch =
        database
            .sql("update lane set owner = 'test', epoch = epoch + 1 where lane = ? returning epoch")
            .param(lane)
            .query(Long.class)
            .single();
    return database
        .sql("select seq, kind, ref from lane_row where lane = ? order by seq limit 1")
        .param(lane)
        .query(
            (row, n) ->
                new Taken(
                    new Turn(lane, row.getLong(1), epoch, 0),
                    WorkKind.valueOf(row.getString(2)),
                    row.getObject(3, UUID.class)))
        .single();
  }

  /** Accepts, and answers the message's key. */
  MessageKey accept(Invented message) {
    return ((Acceptance.Taken) ledger.accept(message.intake())).key();
  }

  Knowledge knowledge(MessageKey key) {
    return ledger.undecided(key).knowledge();
  }

  /** Takes the next message to be decided, and decides what the test says of it. */
  MessageKey decide(Function<Undecided, RecipientDecision> policy) {
    Taken taken = take(WorkKind.DECIDE);
    Undecided undecided = ledger.undecided(new MessageKey(taken.ref()));
    ledger.decided(
        taken.turn(),
        new Decided(
            undecided.key(),
            undecided.knowledge().version(),
            List.of(policy.apply(undecided)),
            Map.of()));
    return undecided.key();
  }

  /** Takes the next message to be decided, and the policy cannot be asked. */
  MessageKey policyUnavailable() {
    Taken taken = take(WorkKind.DECIDE);
    Undecided undecided = ledger.undecided(new MessageKey(taken.ref()));
    ledger.undecidable(
        taken.turn(),
        undecided.key(),
        List.of(decisions(undecided).undecided()),
        "POLICY_UNAVAILABLE",
        Duration.ofMinutes(1));
    return undecided.key();
  }

  /** Everything goes to the treatment service. */
  RecipientDecision everything(Undecided undecided) {
    return decisions(undecided).made();
  }

  Decisions decisions(Undecided undecided) {
    return new Decisions(undecided.message(), Invented.TREATMENT, now.get())
        .tables(undecided.knowledge().activeTables());
  }

  /** The delivery whose turn it is. */
  record OnTurn(Turn turn, Outgoing outgoing) {}

  OnTurn nextDelivery() {
    Taken taken = take(WorkKind.DELIVER);
    return new OnTurn(taken.turn(), ledger.outgoing(new DeliveryKey(taken.ref())).orElseThrow());
  }

  Opening opening(Outgoing outgoing) {
    var toSend =
        new ToSend(
            outgoing.id(),
            outgoing.recipient(),
            "application/json",
            "{\"sent\": true}".getBytes(StandardCharsets.UTF_8));
    return new Opening(
        outgoing.key(),
        outgoing.knowledge().version(),
        outgoing.knowledge().activeTables(),
        Optional.empty(),
        outgoing.segments(),
        Set.of(),
        Optional.empty(),
        Set.of(),
        toSend);
  }

  /** The same, but that of O10 a person tells the recipient: its form has no place for it. */
  Opening toTell(Outgoing outgoing) {
    Opening opening = opening(outgoing);
    return new Opening(
        opening.delivery(),
        opening.knowledgeVersion(),
        opening.tablesRevision(),
        opening.again(),
        opening.carried(),
        opening.notCarried(),
        opening.keptBack(),
        Set.of(ObligationCode.O10),
        opening.toSend());
  }

  /** One whole try with this outcome. */
  Outgoing deliver(SendOutcome outcome) {
    OnTurn next = nextDelivery();
    ledger.closed(
        next.turn(),
        ledger.open(next.turn(), opening(next.outgoing())),
        outcome,
        Duration.ofMinutes(1));
    return next.outgoing();
  }

  List<String> waiting(WorkKind kind) {
    return database
        .sql("select lane from lane_row where kind = ? order by lane")
        .param(kind.name())
        .query(String.class)
        .list();
  }

  /** Ends all back-offs, so that what waits can be taken. */
  void endBackOffs() {
    database
        .sql("update lane set due = clock_timestamp() where due is not null and owner is null")
        .update();
  }

  long count(String sql) {
    return database.sql("select count(*) from " + sql).query(Long.class).single();
  }

  String text(String sql) {
    return database.sql(sql).query(String.class).single();
  }

  @Override
  public void close() {
    source.close();
  }
}
