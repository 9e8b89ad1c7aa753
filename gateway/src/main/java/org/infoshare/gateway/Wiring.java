package org.infoshare.gateway;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.gateway.operations.ControlCount;
import org.infoshare.gateway.operations.RoadTimes;
import org.infoshare.gateway.policy.PolicyBundles;
import org.infoshare.routes.error.GatewayErrors;
import org.infoshare.routes.road.Accept;
import org.infoshare.routes.road.Agencies;
import org.infoshare.routes.road.Backoff;
import org.infoshare.routes.road.Decide;
import org.infoshare.routes.road.Deliver;
import org.infoshare.routes.road.DisclosureRequests;
import org.infoshare.routes.road.Judgement;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.LeakGuard;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.Partner;
import org.infoshare.routes.road.Partners;
import org.infoshare.routes.road.Road;
import org.infoshare.routes.road.StatusInWords;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the road together: its steps, the ports that they stand on, and the lanes that carry the
 * work on.
 */
@Configuration
class Wiring {

  private static final Backoff WHEN_NOBODY_CAN_DECIDE =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3));

  /** For jitter only; may be called by many lanes at once. */
  private final Random random = new Random();

  private final AtWork atWork = new AtWork(2 * Runtime.getRuntime().availableProcessors());

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Road road(
      Ledger ledger,
      Agencies agencies,
      StatusInWords words,
      GatewaySettings settings,
      Clock clock,
      RoadTimes times) {
    var errors = new GatewayErrors(ledger, "ring " + settings.duty().emergencyTelephone());
    var accept = new Accept(times.of("ledger", Ledger.class, ledger), agencies, words);
    return new Road(accept, errors, clock);
  }

  @Bean
  Judgement judgement(PolicyDecisionPoint policy, Agencies agencies, Clock clock, RoadTimes times) {
    return new Judgement(
        times.of("policy", PolicyDecisionPoint.class, policy),
        new DisclosureRequests(agencies),
        clock);
  }

  @Bean
  LaneHandler decide(Ledger ledger, Judgement judgement, RoadTimes times) {
    var work =
        new Decide(
            times.of("ledger", Ledger.class, ledger), judgement, WHEN_NOBODY_CAN_DECIDE, random);
    return new LaneHandler(WorkKind.DECIDE, atWork.of(times.of("decide", LaneWork.class, work)));
  }

  /**
   * @param partners every partner route that was found
   */
  @Bean
  LaneHandler deliver(
      Ledger ledger,
      Judgement judgement,
      PolicyBundles bundles,
      List<Partner> partners,
      ControlCount count,
      RoadTimes times) {
    var timed =
        partners.stream()
            .map(partner -> atWork.of(times.of("partner", Partner.class, partner)))
            .toList();
    var work =
        new Deliver(
            times.of("ledger", Ledger.class, ledger),
            judgement,
            () -> bundles.kernel().revision(),
            new Partners(timed),
            new LeakGuard(),
            count,
            random);
    return new LaneHandler(WorkKind.DELIVER, atWork.of(times.of("deliver", LaneWork.class, work)));
  }
}
