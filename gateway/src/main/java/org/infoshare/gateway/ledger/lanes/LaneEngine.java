package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.infoshare.gateway.ledger.lanes.LaneStore.Held;
import org.infoshare.routes.road.LaneWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the lanes that are due, on this node, beside any number of other nodes on the same database.
 * A lane runs once at a time; urgent lanes have slots that no other work may take; a dead node's
 * lanes go on elsewhere within ten seconds.
 */
public final class LaneEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LaneEngine.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration DEBOUNCE = Duration.ofMillis(2);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final LaneStore store;
  private final LaneTurns turns;
  private final Heartbeat heartbeat;
  private final Slots slots;
  private final Map<WorkKind, LaneWork> handlers = new EnumMap<>(WorkKind.class);
  private final Map<String, Held> running = new ConcurrentHashMap<>();
  private final Semaphore wakes = new Semaphore(0);
  private final AtomicInteger freed = new AtomicInteger();

  /**
   * Threads that stay, no more than there are slots: what ciphers, parsers and connections keep for
   * a thread is made once, and not for each lane.
   */
  private final ExecutorService workers;

  private volatile boolean stopping;
  private volatile Thread picker;

  /** How many lanes run at once: ordinary ones, and so many more that only urgent ones may take. */
  public record Slots(int ordinary, int urgent) {}

  /**
   * @param picking whether this node looks for lanes
   * @param sinceBeat how long ago it last reached the database with a sign of life
   */
  public record SignsOfLife(boolean picking, Duration sinceBeat) {

    /** False: lanes wait here that nobody takes, or the other nodes take this one for dead. */
    public boolean alive() {
      return picking && sinceBeat.compareTo(Heartbeat.DEAD) <= 0;
    }
  }

  /**
   * @param beats a database with connections of its own, so that no work keeps this node from
   *     beating
   */
  public LaneEngine(
      JdbcClient database, JdbcClient beats, LaneQueue queue, LaneTurns turns, Slots slots) {
    this(
        database,
        beats,
        queue,
        turns,
        slots,
        Thread.ofPlatform().name("lane-", 0).daemon().factory());
  }

  /** For a test in which there are no more threads. */
  LaneEngine(
      JdbcClient database,
      JdbcClient beats,
      LaneQueue queue,
      LaneTurns turns,
      Slots slots,
      ThreadFactory threads) {
    this.workers = Executors.newCachedThreadPool(threads);
    this.store = new LaneStore(database);
    this.turns = turns;
    this.slots = slots;
    this.heartbeat = new Heartbeat(new NodeRegister(beats), this::fenced, this::othersGoFirst);
    queue.onCommit(this::wake);
  }

  /**
   * Begins to run lanes. What handles a kind of work must be safe to be called for many lanes at
   * once.
   */
  public synchronized void start(Map<WorkKind, LaneWork> work) {
    handlers.putAll(work);
    heartbeat.start("node-" + UUID.randomUUID());
    picker = Thread.ofPlatform().name("lanes").start(this::pickUntilStopped);
  }

  /** Looks for due lanes now. Commits do so by themselves, and polling misses nothing. */
  public void wake() {
    wakes.release();
  }

  /** The name under which this node has lanes; another one after it was taken for dead. */
  public String node() {
    return heartbeat.node();
  }

  public SignsOfLife signsOfLife() {
    Thread looking = picker;
    return new SignsOfLife(looking != null && looking.isAlive(), heartbeat.sinceBeat());
  }

  public Set<String> runningLanes() {
    return new TreeSet<>(running.keySet());
  }

  /** Takes no more lanes, lets the rows that are being worked on end, and leaves. */
  public synchronized void stop() {
    if (picker == null || stopping) {
      return;
    }
    stopping = true;
    wake();
    long end = System.nanoTime() + GRACE.toNanos();
    while ((picker.isAlive() || !running.isEmpty()) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    workers.shutdown();
    heartbeat.stop();
  }

  @Override
  public void close() {
    stop();
  }

  private void pickUntilStopped() {
    boolean unsure = false;
    while (!stopping) {
      try {
        if (unsure) {
          leaveWhatIsNotRunning();
        }
        unsure = false;
        pick();
      } catch (RuntimeException | Error fault) {
        // The pick may have been committed all the same: this node may have lanes that it does not
        // know of, or that no thread runs.
        unsure = true;
        LOG.warn("cannot look for lanes: {}", Fault.of(fault));
      }
      awaitWake();
    }
  }

  private void pick() {
    long ordinaryRunning = running.values().stream().filter(held -> !held.urgent()).count();
    int ordinary = Math.max(0, slots.ordinary() - (int) ordinaryRunning);
    int free = Math.max(0, slots.ordinary() + slots.urgent() - running.size());
    if (free > 0) {
      store.pick(heartbeat.node(), free, ordinary).forEach(this::run);
    }
  }

  private void run(Held held) {
    running.put(held.lane(), held);
    int freedBefore = freed.get();
    Runnable lane =
        new LaneRun(
            held, store, turns, handlers, () -> stopping, () -> freed.get() != freedBefore);
    try {
      workers.execute(
          () -> {
            try {
              lane.run();
            } finally {
              running.remove(held.lane(), held);
              wake();
            }
          });
    } catch (RuntimeException | Error noThread) {
      running.remove(held.lane(), held);
      throw noThread;
    }
  }

  private void leaveWhatIsNotRunning() {
    store.heldBy(heartbeat.node()).stream()
        .filter(held -> !running.containsValue(held))
        .forEach(store::yield);
  }

  private void awaitWake() {
    try {
      if (wakes.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        // Many commits, one look.
        TimeUnit.NANOSECONDS.sleep(DEBOUNCE.toNanos());
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /**
   * A dead node's lanes were freed: an attempt may be open in them. Lanes that run now leave their
   * slots after the row that they are at, if they have more.
   */
  private void othersGoFirst() {
    freed.incrementAndGet();
    wake();
  }

  private void fenced(String asNode) {
    running
        .values()
        .forEach(
            held ->
                LOG.warn(
                    "fenced off: {} was taken for dead while it had lane {} epoch {}",
                    asNode,
                    held.lane(),
                    held.epoch()));
  }
}
