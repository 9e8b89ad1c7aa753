package org.infoshare.gateway.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Who did something at a page of the gateway: the name that stands in the record, and the roles at that moment. */
public record NamedPerson(String name, boolean duty, boolean governance) {

  /** The person who is logged in. */
  public static NamedPerson of(Authentication authentication) {
    return new NamedPerson(
        nameIn(authentication), has(authentication, Roles.DUTY), has(authentication, Roles.GOVERNANCE));
  }

  private static String nameIn(Authentication authentication) {
    Optional<ClaimAccessor> claims =
        switch (authentication) {
          case JwtAuthenticationToken token -> Optional.of(token.getToken());
          case Authentication other when other.getPrincipal() instanceof OidcUser user -> Optional.of(user);
          default -> Optional.empty();
        };
    Optional<String> account = claims.map(all -> all.getClaimAsString("preferred_username"));
    Optional<String> name = claims.map(all -> all.getClaimAsString("name"));
    if (name.isPresent() && account.isPresent()) {
      return name.get() + " (" + account.get() + ")";
    }
    return account.orElse(authentication.getName());
  }

  private static boolean has(Authentication authentication, String role) {
    return authentication.getAuthorities().stream().anyMatch(given -> given.getAuthority().equals("ROLE_" + role));
  }
}
