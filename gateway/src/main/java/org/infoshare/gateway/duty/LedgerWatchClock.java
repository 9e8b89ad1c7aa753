package org.infoshare.gateway.duty;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the ledger on a thread of its own: no scheduler that lives in the database would run
 * without it.
 */
final class LedgerWatchClock implements AutoCloseable {

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("ledger-watch").daemon().factory());

  LedgerWatchClock(LedgerWatch watch, Duration every) {
    clock.scheduleWithFixedDelay(watch, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
