package org.infoshare.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature and claims once, and remembers until it expires that they were right;
 * never that they were wrong.
 */
final class RememberedTokens implements JwtDecoder {

  private static final int MOST = 1_000;

  private final JwtDecoder checking;
  private final Cache<String, Jwt> checked;

  RememberedTokens(JwtDecoder checking, Clock clock) {
    this.checking = checking;
    this.checked =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> untilExpiry(jwt, clock)))
            .build();
  }

  @Override
  public Jwt decode(String token) {
    Jwt known = checked.getIfPresent(token);
    if (known != null) {
      return known;
    }
    // Not loaded by the cache: that would hold up other tokens while Keycloak is asked for its keys.
    Jwt right = checking.decode(token);
    checked.put(token, right);
    return right;
  }

  private static Duration untilExpiry(Jwt jwt, Clock clock) {
    return Optional.ofNullable(jwt.getExpiresAt())
        .map(expiry -> Duration.between(Instant.now(clock), expiry))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }
}
