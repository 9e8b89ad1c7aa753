package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.infoshare.gateway.ledger.lanes.LaneStore.Head;
import org.infoshare.gateway.ledger.lanes.LaneStore.Held;
import org.infoshare.gateway.ledger.lanes.LaneTurns.Ended;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.TurnLost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Drains one lane that this node has, row by row, until it is empty, fails, has had its share, or
 * is lost.
 */
final class LaneRun implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LaneEngine.class);
  private static final int ROWS_BEFORE_OTHERS = 20;
  private static final long RETRY_MILLIS = 500;

  private final Held held;
  private final LaneStore store;
  private final LaneTurns turns;
  private final Map<WorkKind, LaneWork> handlers;
  private final BooleanSupplier stopping;
  private final BooleanSupplier othersGoFirst;

  /**
   * @param stopping true: this node takes up no more rows
   * @param othersGoFirst true: there are lanes that should not wait for this one's share to end
   */
  LaneRun(
      Held held,
      LaneStore store,
      LaneTurns turns,
      Map<WorkKind, LaneWork> handlers,
      BooleanSupplier stopping,
      BooleanSupplier othersGoFirst) {
    this.held = held;
    this.store = store;
    this.turns = turns;
    this.handlers = handlers;
    this.stopping = stopping;
    this.othersGoFirst = othersGoFirst;
  }

  @Override
  public void run() {
    try {
      for (int rows = 0; goesOn(rows); rows++) {
        if (nextRow(rows == 0 ? held.failures() : 0) == Ended.LANE_LEFT) {
          return;
        }
      }
      store.yield(held);
    } catch (TurnLost lost) {
      LOG.warn("fenced off: lane {} epoch {} was taken over", held.lane(), held.epoch());
    } catch (LedgerUnavailable | DataAccessResourceFailureException away) {
      // No fault of the row: the lane goes on as soon as there are connections again.
      LOG.warn("lane {} waits for the database: {}", held.lane(), Fault.of(away));
      Duration soon = BackOff.after(0, ThreadLocalRandom.current());
      leave(() -> store.postpone(held, soon, "LEDGER_UNAVAILABLE"));
    } catch (RuntimeException | Error fault) {
      LOG.error("lane {} backs off: {}", held.lane(), Fault.of(fault));
      backOff("FAULT");
    }
  }

  private boolean goesOn(int rows) {
    if (stopping.getAsBoolean()) {
      return false;
    }
    return rows == 0 || rows < ROWS_BEFORE_OTHERS && !othersGoFirst.getAsBoolean();
  }

  private Ended nextRow(int tries) {
    Optional<Head> head = store.head(held);
    if (head.isEmpty()) {
      // Taken over, which the back-off finds out; or somebody deleted rows by hand.
      backOff("EMPTY_LANE");
      return Ended.LANE_LEFT;
    }
    Turn turn = new Turn(held.lane(), head.get().seq(), held.epoch(), tries);
    Optional<Ended> ended;
    try {
      handlers.get(head.get().kind()).run(head.get().ref(), turn);
    } finally {
      ended = turns.take(turn);
    }
    return ended.orElseThrow(
        () -> new IllegalStateException("the work returned without ending its turn"));
  }

  private void backOff(String code) {
    Duration wait = BackOff.after(held.failures(), ThreadLocalRandom.current());
    leave(() -> store.backOff(held, wait, code));
  }

  /**
   * Does not give up while this node lives: a lane that it has and does not run would wait for
   * ever.
   *
   * @param leaving false: the lane was taken over meanwhile
   */
  private void leave(BooleanSupplier leaving) {
    while (true) {
      try {
        if (!leaving.getAsBoolean()) {
          LOG.warn(
              "fenced off: lane {} epoch {} was left or taken over", held.lane(), held.epoch());
        }
        return;
      } catch (RuntimeException | Error unreachable) {
        if (stopping.getAsBoolean()) {
          return;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
