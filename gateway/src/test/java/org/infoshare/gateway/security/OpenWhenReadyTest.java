package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.infoshare.gateway.RefusalsOnly;
import org.infoshare.gateway.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpenWhenReadyTest {

  private final OpenWhenReady door = new OpenWhenReady(refusals());
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain behind = new MockFilterChain();

  /** Refusals that keep their traces to themselves. */
  static Refusals refusals() {
    return new Refusals(
        new RefusalsOnly(),
        Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC),
        TestSettings.on(Path.of("unused")),
        new MockEnvironment(),
        new JsonMapper(),
        new Strangers(new SimpleMeterRegistry()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/soap/childrens-services", "/agencies/cgl/answers"})
  void nothing_is_received_before_the_routes_are_up_and_the_sender_is_told_whom_to_ring(String path)
      throws Exception {
    door.doFilter(new MockHttpServletRequest("POST", path), response, behind);
    assertThat(behind.getRequest()).isNull();
    assertThat(response.getStatus()).isEqualTo(Refusal.NOT_RECEIVED.status().value());
    assertThat(response.getContentAsString()).contains("NOT_RECEIVED", "01632 960123");
  }

  @Test
  void health_is_answered_all_the_while() throws Exception {
    door.doFilter(
        new MockHttpServletRequest("GET", "/actuator/health/liveness"), response, behind);
    assertThat(behind.getRequest()).isNotNull();
  }

  @Test
  void the_doors_open_when_the_application_is_ready() throws Exception {
    door.open();
    door.doFilter(new MockHttpServletRequest("POST", "/soap/childrens-services"), response, behind);
    assertThat(behind.getRequest()).isNotNull();
  }
}
