package org.infoshare.gateway.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets every run of the journeys begin on the day of the fixtures, on which their agreements are in
 * force, and be put forward. Named by the journeys alone: no scan finds it.
 */
class JourneyClock {

  private static final Instant DAY_OF_THE_FIXTURES = Instant.parse("2026-11-23T10:00:00Z");

  @Bean
  @Primary
  Moving fromTheDayOfTheFixtures() {
    Clock system = Clock.system(ZoneOffset.UTC);
    return new Moving(
        Clock.offset(system, Duration.between(system.instant(), DAY_OF_THE_FIXTURES)));
  }

  /** A clock that a journey puts forward. */
  static final class Moving extends Clock {

    private final Clock moved;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private Moving(Clock moved) {
      this.moved = moved;
    }

    void forward(Duration time) {
      ahead.updateAndGet(time::plus);
    }

    void backToTheDay() {
      ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
      return moved.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return moved.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the journeys have one zone");
    }
  }
}
