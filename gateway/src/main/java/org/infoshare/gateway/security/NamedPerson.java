package org.infoshare.gateway.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who did something at a page of the gateway, with the roles at that moment.
 *
 * @param name as people read it, with the account: for example {@code Dora Duty (dora.duty)}
 * @param account by which the policy and the record know the person
 */
public record NamedPerson(
    String name, String account, boolean duty, boolean governance, boolean operator) {

  /**
   * Whether all readings of a decision are for this person. The duty team has the sender's: it says
   * why a part waits, and nothing that another agency told.
   */
  public boolean readsAllOfDecisions() {
    return governance || operator;
  }

  /** The person who is logged in. */
  public static NamedPerson of(Authentication authentication) {
    Optional<ClaimAccessor> claims = claimsOf(authentication);
    String account = claim(claims, "preferred_username").orElse(authentication.getName());
    String name = claim(claims, "name").map(full -> full + " (" + account + ")").orElse(account);
    return new NamedPerson(
        name,
        account,
        has(authentication, Roles.DUTY),
        has(authentication, Roles.GOVERNANCE),
        has(authentication, Roles.OPERATOR));
  }

  private static Optional<ClaimAccessor> claimsOf(Authentication authentication) {
    return switch (authentication) {
      case JwtAuthenticationToken token -> Optional.of(token.getToken());
      case Authentication other when other.getPrincipal() instanceof OidcUser user ->
          Optional.of(user);
      default -> Optional.empty();
    };
  }

  private static Optional<String> claim(Optional<ClaimAccessor> claims, String name) {
    return claims.map(all -> all.getClaimAsString(name));
  }

  private static boolean has(Authentication authentication, String role) {
    return authentication.getAuthorities().stream()
        .anyMatch(given -> given.getAuthority().equals("ROLE_" + role));
  }
}
