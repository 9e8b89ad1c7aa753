package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** The session lasts thirty minutes, a log-in four hours. */
class LogInEndsTest {

  private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");
  private static final String COUNTS = "/operations/counts";

  private final MockHttpSession session = new MockHttpSession();
  private Instant now = BEGAN;
  private final LogInEnds ends = new LogInEnds(Duration.ofHours(4), () -> now);

  @BeforeEach
  void logIn() {
    session.setMaxInactiveInterval(30 * 60);
    var token =
        new OidcIdToken("token", BEGAN, BEGAN.plus(Duration.ofMinutes(5)), Map.of("sub", "dora", "iat", BEGAN));
    SecurityContextHolder.getContext()
        .setAuthentication(
            new OAuth2AuthenticationToken(new DefaultOidcUser(Set.of(), token), Set.of(), "keycloak"));
  }

  @AfterEach
  void clear() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void what_the_page_fetches_by_itself_does_not_keep_a_log_in_open() throws Exception {
    after(Duration.ofMinutes(1), "/operations");
    for (int minute = 2; minute < 31; minute++) {
      assertThat(after(Duration.ofMinutes(minute), COUNTS)).isEmpty();
    }
    assertThat(after(Duration.ofMinutes(31), COUNTS)).contains("You are logged out", "/operations");
    assertThat(session.isInvalid()).isTrue();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  @Test
  void what_a_person_does_keeps_it_open_up_to_its_end() throws Exception {
    for (int minute = 0; minute < 240; minute += 20) {
      after(Duration.ofMinutes(minute), "/operations/held/1/release");
      assertThat(session.isInvalid()).isFalse();
    }
    after(Duration.ofMinutes(240), "/operations");
    assertThat(session.isInvalid()).isTrue();
    assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
  }

  @Test
  void a_page_that_was_opened_and_left_ends_too() throws Exception {
    after(Duration.ofMinutes(1), "/operations");
    after(Duration.ofMinutes(31), "/operations/held/1/release");
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void who_was_never_logged_in_or_shows_a_token_is_no_concern_of_it() throws Exception {
    SecurityContextHolder.clearContext();
    assertThat(after(Duration.ofHours(5), "/operations")).isEmpty();
    assertThat(session.isInvalid()).isFalse();
    var script = new MockHttpServletRequest("GET", COUNTS);
    script.addHeader("Authorization", "Bearer one");
    assertThat(answer(script)).isEmpty();
    assertThat(answer(new MockHttpServletRequest("GET", COUNTS))).contains("Log in again");
  }

  /** What it answers by itself; empty when it lets the request further. */
  private String after(Duration time, String path) throws ServletException, IOException {
    now = BEGAN.plus(time);
    var request = new MockHttpServletRequest("GET", path);
    if (!session.isInvalid()) {
      request.setSession(session);
    }
    return answer(request);
  }

  private String answer(MockHttpServletRequest request) throws ServletException, IOException {
    var response = new MockHttpServletResponse();
    var further = new MockFilterChain();
    ends.doFilter(request, response, further);
    assertThat(response.getContentAsString().isEmpty()).isEqualTo(further.getRequest() != null);
    return response.getContentAsString();
  }
}
