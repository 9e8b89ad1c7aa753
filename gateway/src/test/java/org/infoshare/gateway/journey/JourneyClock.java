package org.infoshare.gateway.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets every run of the journeys begin on the day of the fixtures, on which their agreements are in
 * force. Named by the journeys alone: no scan finds it.
 */
class JourneyClock {

  private static final Instant DAY_OF_THE_FIXTURES = Instant.parse("2026-11-23T10:00:00Z");

  @Bean
  @Primary
  Clock fromTheDayOfTheFixtures() {
    Clock system = Clock.system(ZoneOffset.UTC);
    return Clock.offset(system, Duration.between(system.instant(), DAY_OF_THE_FIXTURES));
  }
}
