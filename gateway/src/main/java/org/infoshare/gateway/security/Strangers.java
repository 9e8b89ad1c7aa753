package org.infoshare.gateway.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Callers whom nobody recognises: all are counted, and only so many a minute leave a trace in the
 * ledger. It keeps traces for years, and anybody can call.
 */
@Component
final class Strangers {

  static final int TRACES_A_MINUTE = 20;

  private static final String METER = "door.strangers";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MeterRegistry registry;
  private Instant fullMinute = Instant.MIN;
  private int traces;

  Strangers(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts one more, and says whether it leaves a trace. */
  boolean leavesTrace(Refusal refusal, Instant at) {
    registry.counter(METER, "code", refusal.name()).increment();
    return isOneOfTheFirst(at);
  }

  private synchronized boolean isOneOfTheFirst(Instant at) {
    if (!at.isBefore(fullMinute)) {
      fullMinute = at.plus(MINUTE);
      traces = 0;
    }
    return ++traces <= TRACES_A_MINUTE;
  }
}
