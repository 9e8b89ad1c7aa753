package org.infoshare.gateway.ledger.lanes;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a lane whose head failed waits: twice as long each time, up to a cap, give or take a
 * fifth.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration CAP = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 9;

  private BackOff() {}

  /**
   * @param failures how often it failed before
   */
  static Duration after(int failures, RandomGenerator chance) {
    long whole = Math.min(FIRST.toMillis() << Math.min(failures, DOUBLINGS), CAP.toMillis());
    return Duration.ofMillis((long) (whole * (0.8 + 0.4 * chance.nextDouble())));
  }
}
