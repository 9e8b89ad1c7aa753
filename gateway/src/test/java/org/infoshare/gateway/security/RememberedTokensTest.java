package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

  private final List<String> checked = new ArrayList<>();

  @Test
  void a_token_that_was_right_is_not_checked_again_before_it_expires() {
    var tokens =
        new RememberedTokens(
            token -> check(token, Instant.now().plusSeconds(60)), Clock.systemUTC());

    assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
    tokens.decode("one");
    tokens.decode("another");

    assertThat(checked).containsExactly("one", "another");
  }

  @Test
  void a_token_that_has_expired_is_checked_again() {
    var tokens =
        new RememberedTokens(
            token -> check(token, Instant.now().minusSeconds(1)), Clock.systemUTC());

    tokens.decode("one");
    tokens.decode("one");

    assertThat(checked).containsExactly("one", "one");
  }

  @Test
  void a_token_that_was_wrong_is_not_remembered() {
    var tokens =
        new RememberedTokens(
            token -> {
              checked.add(token);
              throw new BadJwtException("wrong");
            },
            Clock.systemUTC());

    assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode("one")).isInstanceOf(BadJwtException.class);

    assertThat(checked).containsExactly("one", "one");
  }

  private Jwt check(String token, Instant expiry) {
    checked.add(token);
    return Jwt.withTokenValue(token)
        .header("alg", "RS256")
        .subject("a-subject")
        .issuedAt(expiry.minusSeconds(300))
        .expiresAt(expiry)
        .build();
  }
}
