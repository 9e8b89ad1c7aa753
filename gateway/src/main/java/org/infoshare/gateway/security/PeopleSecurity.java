package org.infoshare.gateway.security;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.infoshare.gateway.GatewaySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The door for people: a log-in with Keycloak, or a token of theirs. Everything here comes from
 * this server only.
 */
@Configuration
class PeopleSecurity {

  /** People log in with Keycloak; scripts of theirs show a token of their own. */
  @Bean
  @Order(3)
  SecurityFilterChain people(
      HttpSecurity http,
      Refusals refusals,
      JwtDecoder tokens,
      ClientRegistrationRepository registrations,
      GatewaySettings settings)
      throws Exception {
    AuthenticationEntryPoint notIn =
        (request, response, why) -> refusals.refuse(SignedIn.refusal(why), request, response);
    AccessDeniedHandler notAllowed =
        (request, response, why) -> {
          if (Browser.asks(request)) {
            request.setAttribute(Faults.OPEN_TOO_LONG, why instanceof CsrfException);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
          } else {
            refusals.refuse(Refusal.NOT_ALLOWED, request, response);
          }
        };
    var loggedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    loggedOut.setPostLogoutRedirectUri("{baseUrl}/operations");
    PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
    return http.securityMatcher(
            "/operations/**",
            "/operations.json",
            "/governance/**",
            "/login/**",
            "/oauth2/**",
            "/logout",
            "/webjars/**",
            "/assets/**")
        .authorizeHttpRequests(
            calls ->
                calls
                    .requestMatchers("/webjars/**", "/assets/**", "/login/**", "/oauth2/**")
                    .permitAll()
                    .requestMatchers("/governance/**", "/operations/governance/**")
                    .hasRole(Roles.GOVERNANCE)
                    .requestMatchers("/operations/decisions/**")
                    .hasAnyRole(Roles.DUTY, Roles.OPERATOR, Roles.GOVERNANCE)
                    .requestMatchers("/operations/overrides/**", "/operations/overrides.json")
                    .hasRole(Roles.GOVERNANCE)
                    .requestMatchers("/operations/held/**")
                    .hasRole(Roles.DUTY)
                    .requestMatchers(HttpMethod.GET, "/operations/**", "/operations.json")
                    .hasAnyRole(Roles.DUTY, Roles.OPERATOR, Roles.GOVERNANCE)
                    .requestMatchers("/operations/**")
                    .hasRole(Roles.DUTY)
                    .anyRequest()
                    .authenticated())
        .oauth2Login(
            login ->
                login
                    .loginPage("/oauth2/authorization/" + KeycloakWiring.REGISTRATION)
                    .userInfoEndpoint(user -> user.oidcUserService(new RealmUsers(tokens))))
        .logout(logout -> logout.logoutSuccessHandler(loggedOut))
        // Before the forms' tokens are looked at: a form of a log-in that is over is told so.
        .addFilterBefore(
            new LogInEnds(settings.keycloak().logIn(), Clock.systemUTC()), CsrfFilter.class)
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(SignedIn::person))
                    .authenticationEntryPoint(notIn)
                    .accessDeniedHandler(notAllowed)
                    .withObjectPostProcessor(SignedIn.failingWith(notIn)))
        .exceptionHandling(
            errors ->
                errors
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(
                            "/oauth2/authorization/" + KeycloakWiring.REGISTRATION),
                        new OrRequestMatcher(
                            path.matcher(HttpMethod.GET, "/operations/**"),
                            new AndRequestMatcher(
                                path.matcher(HttpMethod.GET, "/**"), Browser::asks)))
                    .defaultAuthenticationEntryPointFor(notIn, request -> true)
                    .accessDeniedHandler(notAllowed))
        .headers(
            headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy(settings))))
        .build();
  }

  /** Nothing from elsewhere, nothing inline; the log-out form ends at Keycloak. */
  private static String contentPolicy(GatewaySettings settings) {
    var keycloak = settings.keycloak().issuer();
    return String.join(
        "; ",
        List.of(
            "default-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self' " + keycloak.getScheme() + "://" + keycloak.getAuthority()));
  }
}
