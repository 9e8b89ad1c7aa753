package org.infoshare.gateway.policy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.infoshare.consent.OpaPolicyDecisionPoint;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.infoshare.routes.road.Agencies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy, its engine (one of our own, or an external one by its address), and who may ask it. */
@Configuration
class PolicyWiring {

  /** Where the engine is asked. */
  record EngineAddress(URI uri) {}

  @Bean
  PolicyFiles deliveredPolicy() {
    return PolicyFiles.packaged();
  }

  @Bean
  PolicyBundles policyBundles(PolicyFiles delivered, PolicyRevisions revisions) {
    return new PolicyBundles(delivered, revisions);
  }

  @Bean
  BundleToken bundleToken(GatewaySettings settings) {
    String configured = settings.opa().bundleToken();
    return configured.isBlank() ? BundleToken.generated() : new BundleToken(configured);
  }

  @Bean
  EngineAddress engineAddress(GatewaySettings settings) throws IOException {
    return new EngineAddress(
        URI.create(settings.opa().external() ? settings.opa().url() : "http://127.0.0.1:" + freePort()));
  }

  @Bean
  @ConditionalOnExpression("'${gateway.opa.url:}'.isBlank()")
  PolicyEngine policyEngine(
      GatewaySettings settings,
      DataFolder data,
      BundleToken token,
      EngineAddress address,
      ServletWebServerApplicationContext application) {
    return new PolicyEngine(settings, data, token, address.uri().getPort(), application);
  }

  @Bean
  PolicyDecisionPoint policyDecisionPoint(EngineAddress address, GatewaySettings settings, PolicyBundles bundles) {
    return new CurrentPolicyOnly(new OpaPolicyDecisionPoint(address.uri(), settings.opa().limit()), bundles);
  }

  @Bean
  Agencies agencies(PolicyBundles bundles) {
    return new AgreementDirectory(bundles);
  }

  @Bean
  PolicyHealth policyHealthIndicator(EngineAddress address) {
    return new PolicyHealth(address.uri());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
