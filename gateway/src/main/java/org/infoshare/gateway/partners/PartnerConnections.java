package org.infoshare.gateway.partners;

import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.infoshare.gateway.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections to partners are used again, and no client repeats a call by itself: every call is an
 * attempt that was written down before.
 */
@Configuration
class PartnerConnections {

  /**
   * For {@code httpClientConfigurer=#keptConnections}. With a client certificate the pool takes a
   * connection for one user's own, whom the next call does not name, and would shake hands anew for
   * every message. And a 503 or 429 would be answered by a second call.
   */
  @Bean
  HttpClientConfigurer keptConnections() {
    return builder -> builder.disableConnectionState().disableAutomaticRetries();
  }

  /** For {@code cxfConfigurer=#sentOnce}. */
  @Bean
  CxfConfigurer sentOnce(GatewaySettings settings) {
    return new SentOnce(settings.partners());
  }

  /**
   * Streams the body, and reads the fault that comes with a 400, as SOAP 1.2 has it. What the JDK's client has buffered it sends a second time, POST or not, when
   * the connection is lost before an answer.
   */
  private static final class SentOnce implements CxfConfigurer {

    private static final String READ_FAULTS_OF_400 =
        "org.apache.cxf.transport.process_fault_on_http_400";

    private final GatewaySettings.Partners limits;

    private SentOnce(GatewaySettings.Partners limits) {
      this.limits = limits;
    }

    @Override
    public void configureClient(Client client) {
      client.getEndpoint().put(READ_FAULTS_OF_400, true);
      var policy = ((HTTPConduit) client.getConduit()).getClient();
      policy.setAllowChunking(true);
      policy.setChunkingThreshold(0);
      policy.setConnectionTimeout(limits.connect().toMillis());
      policy.setReceiveTimeout(limits.answer().toMillis());
    }

    @Override
    public void configure(AbstractWSDLBasedEndpointFactory factory) {
      // Nothing differs in how the contract is read.
    }

    @Override
    public void configureServer(Server server) {
      // Nobody is served at a partner's address.
    }
  }
}
