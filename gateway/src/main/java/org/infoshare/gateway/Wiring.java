package org.infoshare.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.gateway.policy.PolicyBundles;
import org.infoshare.routes.error.GatewayErrors;
import org.infoshare.routes.road.Accept;
import org.infoshare.routes.road.Agencies;
import org.infoshare.routes.road.Backoff;
import org.infoshare.routes.road.Decide;
import org.infoshare.routes.road.Deliver;
import org.infoshare.routes.road.DisclosureRequests;
import org.infoshare.routes.road.Judgement;
import org.infoshare.routes.road.LeakGuard;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.Partner;
import org.infoshare.routes.road.Partners;
import org.infoshare.routes.road.Road;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the road together: its steps, the ports that they stand on, and the lanes that carry the
 * work on.
 */
@Configuration
class Wiring {

  private static final Backoff WHEN_NOBODY_CAN_DECIDE =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** For jitter only; may be called by many lanes at once. */
  private final Random random = new Random();

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Road road(Ledger ledger, Agencies agencies, GatewaySettings settings, Clock clock) {
    var errors = new GatewayErrors(ledger, "ring " + settings.duty().emergencyTelephone());
    return new Road(new Accept(ledger, agencies), errors, clock);
  }

  @Bean
  Judgement judgement(PolicyDecisionPoint policy, Agencies agencies, Clock clock) {
    return new Judgement(policy, new DisclosureRequests(agencies), clock);
  }

  @Bean
  LaneHandler decide(Ledger ledger, Judgement judgement) {
    return new LaneHandler(
        WorkKind.DECIDE, new Decide(ledger, judgement, WHEN_NOBODY_CAN_DECIDE, random));
  }

  /**
   * @param partners every partner route that was found
   */
  @Bean
  LaneHandler deliver(
      Ledger ledger, Judgement judgement, PolicyBundles bundles, List<Partner> partners) {
    var work =
        new Deliver(
            ledger,
            judgement,
            () -> bundles.kernel().revision(),
            new Partners(partners),
            new LeakGuard(),
            random);
    return new LaneHandler(WorkKind.DELIVER, work);
  }
}
