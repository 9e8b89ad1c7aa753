package org.infoshare.gateway;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the road together: its steps, the ports that they stand on, and the lanes that carry the work on. */
@Configuration
class Wiring {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
