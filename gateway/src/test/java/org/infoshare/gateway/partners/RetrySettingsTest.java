package org.infoshare.gateway.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.infoshare.routes.partner.CglRoute;
import org.infoshare.routes.road.Backoff;
import org.junit.jupiter.api.Test;

class RetrySettingsTest {

  @Test
  void a_partner_is_tried_again_as_its_own_settings_say() throws Exception {
    assertThat(
            backoffOfCgl(
                Map.of(
                    "partner.cgl.retry.first", "PT7S",
                    "partner.cgl.retry.cap", "PT3M",
                    "partner.childrens-services.retry.first", "PT11S",
                    "partner.childrens-services.retry.cap", "PT12M")))
        .isEqualTo(new Backoff(Duration.ofSeconds(7), Duration.ofMinutes(3)));
  }

  @Test
  void a_partner_without_such_settings_is_tried_again_after_a_second_and_then_up_to_five_minutes()
      throws Exception {
    assertThat(backoffOfCgl(Map.of()))
        .isEqualTo(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)));
  }

  private static Backoff backoffOfCgl(Map<String, String> settings) throws Exception {
    try (var camel = new DefaultCamelContext()) {
      settings.forEach(camel.getPropertiesComponent()::addInitialProperty);
      var route = new CglRoute(OneCallForOneAttemptTest.nothingIsReceived());
      route.setCamelContext(camel);
      return route.backoff();
    }
  }
}
