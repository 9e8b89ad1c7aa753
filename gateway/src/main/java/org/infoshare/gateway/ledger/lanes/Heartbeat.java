package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sign of life for the whole node every 1.5 seconds, and the look for nodes that gave none for
 * six. A node that finds itself struck off goes on under another name: what it had is no longer its
 * own.
 */
final class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(LaneEngine.class);
  private static final Duration EVERY = Duration.ofMillis(1_500);
  static final Duration DEAD = Duration.ofSeconds(6);

  private final NodeRegister register;
  private final Consumer<String> fenced;
  private final Runnable freed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());
  private volatile String node = "";
  private volatile long beaten = System.nanoTime();

  /**
   * @param fenced told the old name when this node was taken for dead
   * @param freed told when lanes were freed
   */
  Heartbeat(NodeRegister register, Consumer<String> fenced, Runnable freed) {
    this.register = register;
    this.fenced = fenced;
    this.freed = freed;
  }

  /** The lanes of nodes that are dead already are free when this returns. */
  void start(String name) {
    register.enter(name);
    node = name;
    beat();
    clock.scheduleWithFixedDelay(this::beat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  String node() {
    return node;
  }

  /** How long ago the last sign of life was given that reached the database. */
  Duration sinceBeat() {
    return Duration.ofNanos(System.nanoTime() - beaten);
  }

  void stop() {
    clock.shutdownNow();
    try {
      register.leave(node);
      register.freeOrphans();
    } catch (RuntimeException unreachable) {
      LOG.warn("cannot sign off: the other nodes will find out in {}", DEAD);
    }
  }

  private void beat() {
    try {
      long begun = System.nanoTime();
      if (!register.beat(node)) {
        String struckOff = node;
        String name = "node-" + UUID.randomUUID();
        register.enter(name);
        node = name;
        fenced.accept(struckOff);
      }
      beaten = begun;
      register.strikeOff(DEAD).forEach(dead -> LOG.warn("node {} is taken for dead", dead));
      List<String> lanes = register.freeOrphans();
      if (!lanes.isEmpty()) {
        LOG.warn("{} lanes of dead nodes go on", lanes.size());
        freed.run();
      }
    } catch (RuntimeException | Error fault) {
      // Whatever escapes from here ends the beats for good, and the node lives on without them.
      LOG.warn("cannot give a sign of life: {}", Fault.of(fault));
    }
  }
}
