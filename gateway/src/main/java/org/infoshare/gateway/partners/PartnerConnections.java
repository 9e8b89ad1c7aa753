package org.infoshare.gateway.partners;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections to partners are used again. */
@Configuration
class PartnerConnections {

  /**
   * For {@code httpClientConfigurer=#keptConnections}. With a client certificate the pool takes a
   * connection for one user's own, whom the next call does not name, and would shake hands anew for
   * every message.
   */
  @Bean
  HttpClientConfigurer keptConnections() {
    return HttpClientBuilder::disableConnectionState;
  }
}
