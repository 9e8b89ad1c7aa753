package org.infoshare.gateway.security;

import java.util.LinkedHashSet;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * The person who logged in, with the roles that stand in the access token: Keycloak does not write
 * them into the id token.
 */
final class RealmUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private final JwtDecoder tokens;

  RealmUsers(JwtDecoder tokens) {
    this.tokens = tokens;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    try {
      var authorities =
          new LinkedHashSet<GrantedAuthority>(
              Roles.of(tokens.decode(request.getAccessToken().getTokenValue())));
      return new DefaultOidcUser(authorities, request.getIdToken(), "preferred_username");
    } catch (JwtException e) {
      throw new OAuth2AuthenticationException(new OAuth2Error("invalid_token"), e);
    }
  }
}
