package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.infoshare.gateway.RefusalsOnly;
import org.infoshare.gateway.TestSettings;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StrangersTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final RefusalsOnly ledger = new RefusalsOnly();
  private final SimpleMeterRegistry counted = new SimpleMeterRegistry();
  private final Refusals refusals =
      new Refusals(
          ledger,
          ((InstantSource) now::get).withZone(ZoneOffset.UTC),
          TestSettings.on(Path.of("unused")),
          new MockEnvironment(),
          new JsonMapper(),
          new Strangers(counted));

  @Test
  void whoever_shows_no_token_cannot_fill_the_ledger_and_is_counted() throws Exception {
    for (int i = 0; i < 500; i++) {
      knock();
    }
    assertThat(ledger.refused()).hasSize(Strangers.TRACES_A_MINUTE);
    assertThat(counted.get("door.strangers").tag("code", "NO_TOKEN").counter().count())
        .isEqualTo(500);
    now.set(now.get().plusSeconds(60));
    knock();
    assertThat(ledger.refused()).hasSize(Strangers.TRACES_A_MINUTE + 1);
  }

  private void knock() throws Exception {
    var response = new MockHttpServletResponse();
    refusals.refuse(
        Refusal.NO_TOKEN, new MockHttpServletRequest("POST", "/agencies/cgl/answers"), response);
    assertThat(response.getStatus()).isEqualTo(401);
  }
}
