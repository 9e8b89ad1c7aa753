package org.infoshare.gateway.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.infoshare.gateway.ledger.keys.CaseKeys;
import org.infoshare.gateway.ledger.keys.GatewayKeys;
import org.infoshare.gateway.ledger.keys.MasterKey;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.routes.road.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A whole ledger on a database of its own, under a clock that the test sets; turns are taken by hand. */
final class TestLedger implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  final HikariDataSource source;
  final JdbcClient database;
  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final LaneTurns turns;
  final LaneQueue lanes;
  final JdbcLedger ledger;
  final HeldParts heldParts;
  final Deliveries deliveries;
  final Pages pages;
  final PolicyRevisions revisions;
  final CaseKeys caseKeys;

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
    var gatewayKeys = new GatewayKeys(database, master, apart);
    this.turns = new LaneTurns(database);
    this.lanes = new LaneQueue(database);
    var parts =
        new LedgerParts(
            database, caseKeys, new MessageTexts(database, caseKeys), new Remembering(database, caseKeys), new DecisionRecords(gatewayKeys, "engine 1"),
            lanes, turns, WorkingDays.ofEngland(), new Deadlines(Duration.ofHours(4), Duration.ofMinutes(15), Map.of()), now::get);
    var transactions = new Transactions(new TransactionTemplate(manager));
    this.ledger =
        new JdbcLedger(
            parts, transactions, new Partitions(database, apart), new Registration(database, gatewayKeys, new Facts(database)),
            new LedgerEscalations(database, lanes));
    this.heldParts = new HeldParts(parts, transactions);
    this.deliveries = new Deliveries(parts, transactions);
    this.pages = new Pages(parts, transactions);
    this.revisions = new PolicyRevisions(parts, transactions);
  }

  /** A turn and what its row names. */
  record Taken(Turn turn, WorkKind kind, UUID ref) {}

  /** Takes the lane of the oldest row of this kind, as an engine would. */
  Taken take(WorkKind kind) {
    String lane =
        database
            .sql("select r.lane from lane_row r join lane l using (lane) where r.kind = ? and l.owner is null and l.due <= clock_timestamp() order by r.created_at, r.lane limit 1")
            .param(kind.name())
            .query(String.class)
            .single();
    long epoch =
        database.sql("update lane set owner = 'test', epoch = epoch + 1 where lane = ? returning epoch").param(lane).query(Long.class).single();
    return database
        .sql("select seq, kind, ref from lane_row where lane = ? order by seq limit 1")
        .param(lane)
        .query((row, n) -> new Taken(new Turn(lane, row.getLong(1), epoch, 0), WorkKind.valueOf(row.getString(2)), row.getObject(3, UUID.class)))
        .single();
  }

  List<String> waiting(WorkKind kind) {
    return database.sql("select lane from lane_row where kind = ? order by lane").param(kind.name()).query(String.class).list();
  }

  /** Ends all back-offs, so that what waits can be taken. */
  void endBackOffs() {
    database.sql("update lane set due = clock_timestamp() where due is not null and owner is null").update();
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
