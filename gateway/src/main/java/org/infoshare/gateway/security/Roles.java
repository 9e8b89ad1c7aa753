package org.infoshare.gateway.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** The roles that Keycloak's realm gives people: duty, governance, operator. */
public final class Roles {

  public static final String DUTY = "duty";
  public static final String GOVERNANCE = "governance";
  public static final String OPERATOR = "operator";

  private static final List<String> KNOWN = List.of(DUTY, GOVERNANCE, OPERATOR);

  private Roles() {}

  /** The roles that we know of those that the token has. */
  static List<GrantedAuthority> of(Jwt token) {
    return Optional.ofNullable(token.getClaimAsMap("realm_access"))
        .map(access -> namesIn(access))
        .orElse(List.of())
        .stream()
        .filter(KNOWN::contains)
        .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
        .toList();
  }

  private static List<String> namesIn(Map<String, Object> access) {
    return access.get("roles") instanceof Collection<?> names
        ? names.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
