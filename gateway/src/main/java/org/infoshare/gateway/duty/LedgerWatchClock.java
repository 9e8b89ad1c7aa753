package org.infoshare.gateway.duty;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the ledger on a thread of its own: no scheduler that lives in the database would run
 * without it.
 */
final class LedgerWatchClock implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LedgerWatchClock.class);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ledger-watch").daemon().factory());

  LedgerWatchClock(LedgerWatch watch, Duration every) {
    clock.scheduleWithFixedDelay(() -> look(watch), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void look(LedgerWatch watch) {
    try {
      watch.run();
    } catch (RuntimeException | Error fault) {
      // Whatever escapes from here ends the watch for good.
      log.error("the look at the ledger broke: {}", fault.getClass().getName());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
