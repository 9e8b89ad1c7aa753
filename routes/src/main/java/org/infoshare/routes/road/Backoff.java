package org.infoshare.routes.road;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a cap, and never exactly that, so that many lanes do
 * not come back to a partner in one moment.
 *
 * @param first before the second try
 * @param cap at the most
 */
public record Backoff(Duration first, Duration cap) {

  /** @param tries how often it was tried before, the try that just failed not counted */
  public Duration after(int tries, RandomGenerator random) {
    long whole = Math.min(cap.toMillis(), first.toMillis() << Math.min(tries, 20));
    return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
  }
}
