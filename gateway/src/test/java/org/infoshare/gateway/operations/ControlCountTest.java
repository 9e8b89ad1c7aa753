package org.infoshare.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.infoshare.model.Personal;
import org.infoshare.routes.road.Control;
import org.infoshare.routes.road.Finding;
import org.junit.jupiter.api.Test;

class ControlCountTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ControlCount count = new ControlCount(registry);

  @Test
  void what_the_controls_stop_is_counted_by_words_that_say_nothing_of_a_message() {
    count.found(hit("/attachments/0/content (decoded) (file within)"), "application/json");
    count.found(hit("/attachments/3/content (decoded)"), "application/json; charset=utf-8");
    count.found(hit("/attachments/0/fileName"), "application/soap+xml");

    assertThat(registry.getMeters()).hasSize(2);
    assertThat(registry.get("control.stops").tags("shape", "packed").counter().count()).isEqualTo(2);
    assertThat(registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()))
        .extracting(Tag::getValue)
        .containsOnly(
            "GUARD", "POSTCODE", "packed", "name", "application/json", "application/soap+xml");
  }

  private static Finding hit(String where) {
    return new Finding(Control.GUARD, where, "POSTCODE", Personal.of("Testa is at [POSTCODE]"));
  }
}
