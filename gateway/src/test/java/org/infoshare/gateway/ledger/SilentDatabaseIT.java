package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.infoshare.gateway.database.DatabaseAddress;
import org.infoshare.gateway.ledger.lanes.LaneEngine;
import org.infoshare.gateway.ledger.lanes.LaneEngine.Slots;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database whose host lost its power: nothing answers, and nothing is closed either. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SilentDatabaseIT {

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private HikariDataSource server;
  private SilentLine line;
  private HikariDataSource pool;
  private LedgerConfiguration.BeatConnections beats;

  @BeforeEach
  void open() throws IOException {
    server = TestDatabase.fresh();
    URI direct = URI.create(server.getJdbcUrl().substring("jdbc:".length()));
    line = SilentLine.to(direct.getPort());
    var address =
        new DatabaseAddress(
            "jdbc:postgresql://127.0.0.1:" + line.port() + direct.getPath(), "postgres", "postgres");
    pool = new HikariDataSource(address.pool("ledger", 4, LIMIT));
    beats = new LedgerConfiguration().beatConnections(address);
  }

  @AfterEach
  void close() throws IOException {
    pool.close();
    beats.close();
    line.close();
    server.close();
  }

  @Test
  void a_node_gives_up_what_is_not_answered_and_goes_on_over_new_connections() {
    JdbcClient database = JdbcClient.create(pool);
    var queue = new LaneQueue(database);
    var turns = new LaneTurns(database);
    var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    var done = new ConcurrentLinkedQueue<UUID>();
    try (var node =
        new LaneEngine(
            database, JdbcClient.create(beats.pool()), queue, turns, new Slots(4, 2))) {
      node.start(
          Map.of(
              WorkKind.DELIVER,
              (ref, turn) -> {
                transaction.executeWithoutResult(status -> turns.done(turn));
                done.add(ref);
              }));
      UUID before = queued(UUID.randomUUID());
      await().atMost(Duration.ofSeconds(5)).until(() -> done.contains(before));
      line.fallSilent();
      UUID after = queued(UUID.randomUUID());
      await().atMost(Duration.ofSeconds(12)).until(() -> done.contains(after));
      await().atMost(Duration.ofSeconds(6)).until(() -> node.signsOfLife().alive());
    }
    assertThat(done).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void a_beat_is_given_up_before_its_node_is_taken_for_dead() throws Exception {
    try (var connection = beats.pool().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select 1");
      line.fallSilent();
      long begun = System.nanoTime();
      assertThatThrownBy(() -> statement.execute("select 1")).hasMessageContaining("I/O error");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
    try (var connection = beats.pool().getConnection()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  /** Past the line: as another node, whose connections work. */
  private UUID queued(UUID ref) {
    JdbcClient direct = JdbcClient.create(server);
    new TransactionTemplate(new JdbcTransactionManager(server))
        .executeWithoutResult(
            status ->
                new LaneQueue(direct)
                    .add("deliver/" + ref, WorkKind.DELIVER, ref, Priority.ORDINARY));
    return ref;
  }
}
