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
import org.infoshare.gateway.ledger.KeptRules;
import org.infoshare.gateway.ledger.LedgerSettings;
import org.infoshare.gateway.ledger.PolicyRevisions;
import org.infoshare.routes.road.Agencies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The policy, its engine (one of our own, or an external one by its address), and who may ask it.
 */
@Configuration
class PolicyWiring {

  /** The engine, whoever runs it. */
  record Engine(URI address, OpaPolicyDecisionPoint asked) implements AutoCloseable {

    @Override
    public void close() {
      asked.close();
    }
  }

  @Bean
  PolicyFiles deliveredPolicy() {
    return PolicyFiles.packaged();
  }

  @Bean
  PolicyBundles policyBundles(
      PolicyFiles delivered, PolicyRevisions revisions, KeptRules rules, LedgerSettings settings) {
    var bundles = new PolicyBundles(delivered, revisions);
    rules.keep(bundles.kernel().revision(), settings.engineVersion(), delivered.rules());
    return bundles;
  }

  @Bean
  BundleToken bundleToken(GatewaySettings settings) {
    String configured = settings.opa().bundleToken();
    return configured.isBlank() ? BundleToken.generated() : new BundleToken(configured);
  }

  @Bean
  Engine engine(GatewaySettings settings) throws IOException {
    URI address =
        URI.create(
            settings.opa().external() ? settings.opa().url() : "http://127.0.0.1:" + freePort());
    return new Engine(address, new OpaPolicyDecisionPoint(address, settings.opa().limit()));
  }

  @Bean
  @ConditionalOnExpression("'${gateway.opa.url:}'.isBlank()")
  PolicyEngine policyEngine(
      GatewaySettings settings,
      DataFolder data,
      BundleToken token,
      Engine engine,
      ServletWebServerApplicationContext application) {
    return new PolicyEngine(settings, data, token, engine.address().getPort(), application);
  }

  @Bean
  PolicyDecisionPoint policyDecisionPoint(Engine engine, PolicyBundles bundles) {
    return new CurrentPolicyOnly(engine.asked(), bundles::inForce);
  }

  @Bean
  Agencies agencies(PolicyBundles bundles) {
    return new AgreementDirectory(bundles);
  }

  @Bean
  PolicyHealth policyHealthIndicator(Engine engine) {
    return new PolicyHealth(engine.address());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
