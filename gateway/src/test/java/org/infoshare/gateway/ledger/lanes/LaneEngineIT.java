package org.infoshare.gateway.ledger.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.infoshare.gateway.ledger.TestDatabase;
import org.infoshare.gateway.ledger.lanes.LaneEngine.Slots;
import org.infoshare.gateway.ledger.lanes.LaneStore.Held;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.TurnLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LaneEngineIT {

  private static final Slots SLOTS = new Slots(32, 8);

  private final List<AutoCloseable> open = new ArrayList<>();
  private HikariDataSource ledger;
  private JdbcClient database;

  @BeforeEach
  void database() {
    ledger = TestDatabase.fresh();
    database = JdbcClient.create(ledger);
  }

  @AfterEach
  void close() throws Exception {
    Collections.reverse(open);
    for (AutoCloseable one : open) {
      one.close();
    }
    ledger.close();
  }

  @Test
  void nothing_is_lost_or_done_twice_or_out_of_order_or_at_once() throws Exception {
    int lanes = 50;
    int producers = 8;
    int rows = 4_000;
    Map<String, List<UUID>> queued = new ConcurrentHashMap<>();
    Map<String, List<UUID>> done = new ConcurrentHashMap<>();
    Map<String, Semaphore> busy = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    TestNode[] nodes = new TestNode[2];
    for (int i = 0; i < nodes.length; i++) {
      TestNode node = node();
      nodes[i] =
          node.start(
              (ref, turn) -> {
                Semaphore alone = busy.computeIfAbsent(turn.lane(), lane -> new Semaphore(1));
                if (!alone.tryAcquire()) {
                  overlaps.incrementAndGet();
                  return;
                }
                try {
                  done.computeIfAbsent(
                          turn.lane(), lane -> Collections.synchronizedList(new ArrayList<>()))
                      .add(ref);
                } finally {
                  alone.release();
                }
                node.done(turn);
              });
    }
    try (var threads = Executors.newFixedThreadPool(producers)) {
      for (int producer = 0; producer < producers; producer++) {
        TestNode node = nodes[producer % nodes.length];
        threads.submit(
            () -> {
              for (int i = 0; i < rows / producers; i++) {
                String lane = "deliver/" + (i * 7 % lanes);
                // The lane's lock makes its rows' order that of the commits: what the test must
                // know of it, it learns inside.
                node.transaction.executeWithoutResult(
                    status -> {
                      UUID ref = UUID.randomUUID();
                      node.queue.add(lane, WorkKind.DELIVER, ref, Priority.ORDINARY);
                      queued
                          .computeIfAbsent(
                              lane, name -> Collections.synchronizedList(new ArrayList<>()))
                          .add(ref);
                    });
              }
            });
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> count("lane_row") == 0);
    assertThat(queued.values().stream().mapToInt(List::size).sum()).isEqualTo(rows);
    assertThat(done).isEqualTo(queued);
    assertThat(overlaps).hasValue(0);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> count("lane where due is not null or owner is not null") == 0);
  }

  @Test
  void a_row_that_comes_at_the_moment_when_its_lane_ends_is_not_forgotten() {
    var node = node();
    AtomicInteger done = new AtomicInteger();
    node.start(
        (ref, turn) -> {
          node.done(turn);
          done.incrementAndGet();
        });
    // Each row is added while the one before it may be ending its lane.
    IntStream.range(0, 1_500).forEach(i -> node.add("deliver/one", Priority.ORDINARY));
    await().atMost(Duration.ofSeconds(30)).untilAtomic(done, is(1_500));
    assertThat(count("lane_row")).isZero();
  }

  @Test
  void a_commit_wakes_its_node_before_the_next_poll() {
    var node = node();
    var arrived = new ConcurrentLinkedQueue<Long>();
    node.start(
        (ref, turn) -> {
          arrived.add(System.nanoTime());
          node.done(turn);
        });
    long slow = 0;
    for (int i = 0; i < 20; i++) {
      int before = arrived.size();
      long begun = System.nanoTime();
      node.add("deliver/" + i, Priority.ORDINARY);
      await()
          .pollInterval(Duration.ofMillis(2))
          .atMost(Duration.ofSeconds(5))
          .until(() -> arrived.size() > before);
      slow += TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) > 200 ? 1 : 0;
    }
    assertThat(slow).as("of 20, those that waited for the poll").isLessThanOrEqualTo(3);
  }

  @Test
  void a_paused_node_is_fenced_off_and_its_rows_go_on_elsewhere() throws Exception {
    var paused = node();
    var other = node();
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch resume = new CountDownLatch(1);
    var lost = new ConcurrentLinkedQueue<Turn>();
    var done = new ConcurrentLinkedQueue<String>();
    paused.start(
        (ref, turn) -> {
          working.countDown();
          hold(resume);
          try {
            paused.done(turn);
            done.add("paused " + ref);
          } catch (TurnLost fenced) {
            lost.add(turn);
            throw fenced;
          }
        });
    UUID ref = paused.add("deliver/one", Priority.ORDINARY);
    assertThat(working.await(5, TimeUnit.SECONDS)).isTrue();
    String asNode = paused.engine.node();
    long stopped = System.nanoTime();
    paused.beats.pull();
    other.start(
        (row, turn) -> {
          other.done(turn);
          done.add("other " + row);
        });
    await().atMost(Duration.ofSeconds(10)).until(() -> done.size() == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(10));
    paused.beats.putBack();
    resume.countDown();
    await().atMost(Duration.ofSeconds(5)).until(() -> lost.size() == 1);
    assertThat(done).containsExactly("other " + ref);
    // What it gets from now on it gets under another name.
    await().atMost(Duration.ofSeconds(5)).until(() -> !paused.engine.node().equals(asNode));
    assertThat(count("lane_row")).isZero();
  }

  @Test
  void a_node_that_was_struck_off_takes_no_lanes() {
    var store = new LaneStore(database);
    var register = new NodeRegister(database);
    var node = node();
    node.add("deliver/one", Priority.ORDINARY);
    assertThat(store.pick("struck-off", 4, 4)).isEmpty();
    register.enter("alive");
    assertThat(store.pick("alive", 4, 4)).hasSize(1);
    register.leave("alive");
  }

  @Test
  void a_dead_nodes_lanes_go_on_within_ten_seconds() {
    var dead = node();
    var other = node();
    CountDownLatch never = new CountDownLatch(1);
    dead.start((ref, turn) -> hold(never));
    IntStream.range(0, 20).forEach(i -> dead.add("deliver/" + i, Priority.ORDINARY));
    await().atMost(Duration.ofSeconds(5)).until(() -> dead.engine.runningLanes().size() == 20);
    dead.work.pull();
    dead.beats.pull();
    long died = System.nanoTime();
    AtomicInteger done = new AtomicInteger();
    other.start(
        (ref, turn) -> {
          other.done(turn);
          done.incrementAndGet();
        });
    await().atMost(Duration.ofSeconds(10)).untilAtomic(done, is(20));
    assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(Duration.ofSeconds(10));
    never.countDown();
  }

  @Test
  void a_dead_nodes_lanes_go_before_lanes_that_have_waited_longer() {
    var queue = node();
    var register = new NodeRegister(database);
    var store = new LaneStore(database);
    register.enter("node-dead");
    register.enter("node-other");
    queue.add("deliver/begun", Priority.ORDINARY);
    store.pick("node-dead", 1, 1);
    queue.add("deliver/waiting", Priority.ORDINARY);
    database
        .sql("update lane set due = due - interval '1 minute' where lane = 'deliver/waiting'")
        .update();
    register.leave("node-dead");
    register.freeOrphans();

    assertThat(store.pick("node-other", 1, 1)).extracting(Held::lane).containsExactly("deliver/begun");
    assertThat(store.pick("node-other", 1, 1)).extracting(Held::lane).containsExactly("deliver/waiting");
  }

  @Test
  void a_node_that_starts_looks_for_dead_nodes_before_it_takes_lanes() {
    begunByDeadNode("deliver/begun");
    var node = oneSlot();
    IntStream.range(0, 5).forEach(i -> node.add("deliver/waiting-" + i, Priority.ORDINARY));
    database.sql("update lane set due = due - interval '1 day' where owner is null").update();
    database.sql("update node set beat = beat - interval '7 seconds'").update();
    var done = new ConcurrentLinkedQueue<String>();
    node.start(
        (ref, turn) -> {
          done.add(turn.lane());
          node.done(turn);
        });
    await().atMost(Duration.ofSeconds(5)).until(() -> done.size() == 6);
    assertThat(done).startsWith("deliver/begun");
  }

  @Test
  void a_lane_with_much_to_do_leaves_its_slot_to_a_dead_nodes_lanes() {
    begunByDeadNode("deliver/begun");
    var node = oneSlot();
    IntStream.range(0, 10).forEach(i -> node.add("deliver/long", Priority.ORDINARY));
    var done = new ConcurrentLinkedQueue<String>();
    node.start(
        (ref, turn) -> {
          if (done.isEmpty()) {
            database.sql("delete from node where node = 'node-dead'").update();
            await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> count("lane where owner = 'node-dead'") == 0);
          }
          done.add(turn.lane());
          node.done(turn);
        });
    await().atMost(Duration.ofSeconds(5)).until(() -> done.size() == 11);
    // The row after the first may have begun when the node learns that there are others.
    assertThat(done.stream().limit(3)).contains("deliver/begun");
  }

  private void begunByDeadNode(String lane) {
    node().add(lane, Priority.ORDINARY);
    new NodeRegister(database).enter("node-dead");
    new LaneStore(database).pick("node-dead", 1, 1);
  }

  private TestNode oneSlot() {
    var node = new TestNode(ledger, new Slots(1, 0));
    open.add(node);
    return node;
  }

  @Test
  void a_database_that_cuts_all_connections_again_and_again_loses_and_doubles_nothing()
      throws Exception {
    database
        .sql(
            "create table effect (number bigint generated always as identity, lane text, ref uuid"
                + " primary key)")
        .update();
    int lanes = 12;
    List<UUID> acknowledged = Collections.synchronizedList(new ArrayList<>());
    List<TestNode> nodes = List.of(node(), node());
    for (TestNode node : nodes) {
      node.start(
          (ref, turn) ->
              node.transaction.executeWithoutResult(
                  status -> {
                    node.database
                        .sql("insert into effect (lane, ref) values (?, ?)")
                        .params(turn.lane(), ref)
                        .update();
                    node.turns.done(turn);
                  }));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int producer = 0; producer < 4; producer++) {
        TestNode node = nodes.get(producer % 2);
        threads.submit(
            () -> {
              for (int i = 0; i < 300; i++) {
                try {
                  acknowledged.add(node.add("deliver/" + i % lanes, Priority.ORDINARY));
                } catch (RuntimeException cut) {
                  // Not acknowledged: it may be there or not.
                  continue;
                }
              }
            });
      }
      for (int cut = 0; cut < 6; cut++) {
        TimeUnit.MILLISECONDS.sleep(250);
        try (var connection = DriverManager.getConnection(ledger.getJdbcUrl());
            var statement = connection.createStatement()) {
          statement.execute(
              "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                  + " current_database() and pid <> pg_backend_pid()");
        }
      }
    }
    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(60))
        .until(() -> count("lane_row") == 0 && count("lane where owner is not null") == 0);
    assertThat(acknowledged).hasSizeGreaterThan(500);
    List<UUID> done =
        database.sql("select ref from effect order by number").query(UUID.class).list();
    assertThat(done).containsAll(acknowledged).doesNotHaveDuplicates();
  }

  @Test
  void a_lane_that_backs_off_keeps_no_other_waiting_and_new_rows_do_not_wake_it() {
    var node = node();
    AtomicInteger tries = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    node.start(
        (ref, turn) -> {
          if (turn.lane().equals("deliver/down")) {
            tries.incrementAndGet();
            node.transaction.executeWithoutResult(
                status -> node.turns.backOff(turn, Duration.ofMinutes(5), "CONNECTION_REFUSED"));
            return;
          }
          node.done(turn);
          done.incrementAndGet();
        });
    node.add("deliver/down", Priority.ORDINARY);
    await().atMost(Duration.ofSeconds(5)).untilAtomic(tries, is(1));
    IntStream.range(0, 50)
        .forEach(i -> node.add(i % 2 == 0 ? "deliver/down" : "deliver/up-" + i, Priority.ORDINARY));
    await().atMost(Duration.ofSeconds(5)).untilAtomic(done, is(25));
    assertThat(tries).hasValue(1);
    assertThat(text("select last_error from lane where lane = 'deliver/down'"))
        .isEqualTo("CONNECTION_REFUSED");
    assertThat(count("lane_row where lane = 'deliver/down'")).isEqualTo(26);
    node.transaction.executeWithoutResult(status -> node.queue.tryNow("deliver/down"));
    await().atMost(Duration.ofSeconds(5)).untilAtomic(tries, is(2));
  }

  @Test
  void work_that_throws_backs_off_with_the_code_fault_and_stays_at_the_head() {
    var node = node();
    AtomicInteger tries = new AtomicInteger();
    var seen = new ConcurrentLinkedQueue<UUID>();
    node.start(
        (ref, turn) -> {
          seen.add(ref);
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("does not work");
          }
          node.done(turn);
        });
    UUID first = node.add("deliver/one", Priority.ORDINARY);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> "FAULT".equals(text("select last_error from lane")));
    UUID second = node.add("deliver/one", Priority.ORDINARY);
    await().atMost(Duration.ofSeconds(10)).until(() -> count("lane_row") == 0);
    assertThat(seen).containsExactly(first, first, second);
    assertThat(text("select coalesce(last_error, 'none') from lane")).isEqualTo("none");
  }

  @Test
  void a_lane_that_a_paused_node_left_locked_keeps_no_other_waiting() throws Exception {
    var paused = node();
    var other = node();
    CountDownLatch never = new CountDownLatch(1);
    paused.start((ref, turn) -> hold(never));
    IntStream.range(0, 10).forEach(i -> paused.add("deliver/" + i, Priority.ORDINARY));
    await().atMost(Duration.ofSeconds(5)).until(() -> paused.engine.runningLanes().size() == 10);
    paused.work.pull();
    paused.beats.pull();
    AtomicInteger done = new AtomicInteger();
    try (Connection itsOwn = ledger.getConnection();
        Statement statement = itsOwn.createStatement()) {
      itsOwn.setAutoCommit(false);
      statement.execute("select 1 from lane where lane = 'deliver/0' for update");
      other.start(
          (ref, turn) -> {
            other.done(turn);
            done.incrementAndGet();
          });
      await().atMost(Duration.ofSeconds(10)).untilAtomic(done, is(9));
      itsOwn.rollback();
    }
    await().atMost(Duration.ofSeconds(10)).untilAtomic(done, is(10));
    never.countDown();
  }

  @Test
  void a_database_without_a_free_connection_is_not_counted_against_the_row() {
    var node = node();
    AtomicInteger tries = new AtomicInteger();
    var triesTold = new ConcurrentLinkedQueue<Integer>();
    node.start(
        (ref, turn) -> {
          triesTold.add(turn.tries());
          if (tries.incrementAndGet() < 4) {
            throw new LedgerUnavailable(new IllegalStateException("no connection"));
          }
          node.done(turn);
        });
    node.add("deliver/one", Priority.ORDINARY);
    await().atMost(Duration.ofSeconds(10)).until(() -> count("lane_row") == 0);
    assertThat(triesTold).containsExactly(0, 0, 0, 0);
  }

  @Test
  void urgent_lanes_have_slots_that_no_other_work_takes() throws Exception {
    var node = new TestNode(ledger, new Slots(4, 2));
    open.add(node);
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger urgent = new AtomicInteger();
    node.start(
        (ref, turn) -> {
          if (turn.lane().startsWith("deliver/slow")) {
            hold(slow);
          } else {
            urgent.incrementAndGet();
          }
          node.done(turn);
        });
    IntStream.range(0, 30).forEach(i -> node.add("deliver/slow-" + i, Priority.ORDINARY));
    await().atMost(Duration.ofSeconds(5)).until(() -> node.engine.runningLanes().size() == 4);
    node.add("deliver/one/urgent", Priority.URGENT);
    await().atMost(Duration.ofSeconds(2)).untilAtomic(urgent, is(1));
    assertThat(node.engine.runningLanes()).hasSize(4);
    slow.countDown();
    await().atMost(Duration.ofSeconds(10)).until(() -> count("lane_row") == 0);
  }

  @Test
  void no_more_lanes_run_at_once_than_there_are_slots() {
    var node = new TestNode(ledger, new Slots(4, 2));
    open.add(node);
    IntStream.range(0, 10).forEach(i -> node.add("deliver/" + i, Priority.ORDINARY));
    IntStream.range(0, 3).forEach(i -> node.add("deliver/" + i + "/urgent", Priority.URGENT));
    CountDownLatch slow = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    node.start(
        (ref, turn) -> {
          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
          hold(slow);
          atOnce.decrementAndGet();
          node.done(turn);
        });
    await().atMost(Duration.ofSeconds(5)).until(() -> atOnce.get() >= 6);
    assertThat(node.engine.runningLanes())
        .hasSize(6)
        .contains("deliver/0/urgent", "deliver/1/urgent", "deliver/2/urgent");
    slow.countDown();
    await().atMost(Duration.ofSeconds(10)).until(() -> count("lane_row") == 0);
    assertThat(most).hasValue(6);
  }

  @Test
  void a_stopped_node_leaves_its_lanes_at_once() {
    var first = node();
    AtomicInteger done = new AtomicInteger();
    first.start(
        (ref, turn) -> {
          first.done(turn);
          done.incrementAndGet();
        });
    first.add("deliver/one", Priority.ORDINARY);
    await().atMost(Duration.ofSeconds(5)).untilAtomic(done, is(1));
    first.engine.stop();
    assertThat(count("node")).isZero();
    assertThat(count("lane where owner is not null")).isZero();
  }

  @Test
  void an_error_ends_neither_the_look_for_lanes_nor_the_beats() {
    var node = node();
    AtomicInteger done = new AtomicInteger();
    node.start(
        (ref, turn) -> {
          node.done(turn);
          done.incrementAndGet();
        });
    node.work.breakIt();
    node.beats.breakIt();
    // Both have met it: they look every quarter of a second, and beat every one and a half.
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> node.engine.signsOfLife().sinceBeat().compareTo(Duration.ofSeconds(2)) > 0);
    node.work.mend();
    node.beats.mend();

    node.add("deliver/one", Priority.ORDINARY);
    await().atMost(Duration.ofSeconds(5)).untilAtomic(done, is(1));
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> node.engine.signsOfLife().sinceBeat().compareTo(Duration.ofSeconds(1)) < 0);
    assertThat(node.engine.signsOfLife().alive()).isTrue();
  }

  @Test
  void a_lane_that_meets_an_error_while_it_is_left_is_left_all_the_same() {
    var node = node();
    AtomicInteger tries = new AtomicInteger();
    node.start(
        (ref, turn) -> {
          if (tries.incrementAndGet() == 1) {
            node.work.breakIt();
            throw new StackOverflowError("invented");
          }
          node.done(turn);
        });
    node.add("deliver/one", Priority.ORDINARY);
    await()
        .atMost(Duration.ofSeconds(5))
        .during(Duration.ofMillis(500))
        .untilAtomic(tries, is(1));
    node.work.mend();
    await().atMost(Duration.ofSeconds(10)).until(() -> count("lane_row") == 0);
    assertThat(tries).hasValue(2);
  }

  @Test
  void a_lane_for_which_there_is_no_thread_is_left_and_taken_again() {
    AtomicInteger refused = new AtomicInteger();
    var node =
        new TestNode(
            ledger,
            new Slots(4, 0),
            work -> {
              if (refused.incrementAndGet() <= 2) {
                throw new InternalError("no more threads");
              }
              return Thread.ofPlatform().daemon().unstarted(work);
            });
    open.add(node);
    var done = new ConcurrentLinkedQueue<String>();
    IntStream.range(0, 3).forEach(i -> node.add("deliver/" + i, Priority.ORDINARY));
    node.start(
        (ref, turn) -> {
          node.done(turn);
          done.add(turn.lane());
        });
    await().atMost(Duration.ofSeconds(5)).until(() -> done.size() == 3);
    assertThat(done).containsExactlyInAnyOrder("deliver/0", "deliver/1", "deliver/2");
    await().atMost(Duration.ofSeconds(5)).until(() -> node.engine.runningLanes().isEmpty());
    assertThat(count("lane where owner is not null")).isZero();
  }

  @Test
  void what_is_queued_outside_a_transaction_is_refused() {
    var node = node();
    assertThatThrownBy(
            () ->
                node.queue.add(
                    "deliver/one", WorkKind.DELIVER, UUID.randomUUID(), Priority.ORDINARY))
        .isInstanceOf(IllegalStateException.class);
  }

  private TestNode node() {
    var node = new TestNode(ledger, SLOTS);
    open.add(node);
    return node;
  }

  private long count(String from) {
    return database.sql("select count(*) from " + from).query(Long.class).single();
  }

  private String text(String sql) {
    return database.sql(sql).query(String.class).optional().orElse("");
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
