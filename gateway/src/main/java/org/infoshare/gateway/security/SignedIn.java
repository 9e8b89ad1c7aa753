package org.infoshare.gateway.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Who shows a token: an agency's system, known by its claim {@code agency}, or a person with roles.
 */
final class SignedIn {

  private SignedIn() {}

  static AbstractAuthenticationToken agency(Jwt token) {
    String agency = token.getClaimAsString("agency");
    return new JwtAuthenticationToken(
        token, List.of(), agency == null ? token.getSubject() : agency);
  }

  static AbstractAuthenticationToken person(Jwt token) {
    return new JwtAuthenticationToken(token, Roles.of(token));
  }

  /**
   * Answers also when Keycloak cannot be asked for its keys, which otherwise ends as a fault of
   * ours.
   */
  static ObjectPostProcessor<BearerTokenAuthenticationFilter> failingWith(
      AuthenticationEntryPoint answer) {
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(
            (request, response, why) -> answer.commence(request, response, why));
        return filter;
      }
    };
  }

  /** Why nobody is signed in, as the caller is told. */
  static Refusal refusal(AuthenticationException why) {
    return switch (why) {
      case InvalidBearerTokenException invalid -> Refusal.TOKEN_NOT_VALID;
      case AuthenticationServiceException unreachable -> Refusal.NOT_RECEIVED;
      default -> Refusal.NO_TOKEN;
    };
  }
}
