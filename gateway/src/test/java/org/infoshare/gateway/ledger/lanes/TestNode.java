package org.infoshare.gateway.ledger.lanes;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.infoshare.gateway.ledger.TestDatabase;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One node with an engine of its own; its work ends its turns through it, in transactions like the
 * ledger's.
 */
final class TestNode implements AutoCloseable {

  final Plug work;
  final Plug beats;
  final JdbcClient database;
  final TransactionTemplate transaction;
  final LaneQueue queue;
  final LaneTurns turns;
  final LaneEngine engine;
  private final HikariDataSource workPool;
  private final HikariDataSource beatPool;

  TestNode(HikariDataSource ledger, LaneEngine.Slots slots) {
    this(ledger, slots, Thread.ofPlatform().daemon().factory());
  }

  /**
   * @param threads for its work
   */
  TestNode(HikariDataSource ledger, LaneEngine.Slots slots, ThreadFactory threads) {
    workPool = TestDatabase.beside(ledger, 16);
    beatPool = TestDatabase.beside(ledger, 2);
    work = new Plug(workPool);
    beats = new Plug(beatPool);
    database = JdbcClient.create((DataSource) work);
    transaction = new TransactionTemplate(new JdbcTransactionManager(work));
    queue = new LaneQueue(database);
    turns = new LaneTurns(database);
    engine =
        new LaneEngine(
            database, JdbcClient.create((DataSource) beats), queue, turns, slots, threads);
  }

  TestNode start(LaneWork deliver) {
    engine.start(Map.of(WorkKind.DELIVER, deliver));
    return this;
  }

  UUID add(String lane, Priority priority) {
    UUID ref = UUID.randomUUID();
    transaction.executeWithoutResult(status -> queue.add(lane, WorkKind.DELIVER, ref, priority));
    return ref;
  }

  void done(Turn turn) {
    transaction.executeWithoutResult(status -> turns.done(turn));
  }

  @Override
  public void close() {
    work.putBack();
    beats.putBack();
    engine.stop();
    workPool.close();
    beatPool.close();
  }
}
