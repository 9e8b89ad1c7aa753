package org.infoshare.gateway.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.policy.BundleToken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Four doors: partners' systems, policy engines, people, and everything else, which is shut. */
@Configuration
class SecurityWiring {

  /** An agency comes in by its own door only. */
  @Bean
  @Order(1)
  SecurityFilterChain partners(
      HttpSecurity http, Refusals refusals, JwtDecoder tokens, GatewaySettings settings)
      throws Exception {
    AuthenticationEntryPoint notIn =
        (request, response, why) -> refusals.refuse(reason(why), request, response);
    AccessDeniedHandler notHere =
        (request, response, why) -> refusals.refuse(Refusal.OTHER_AGENCY, request, response);
    return stateless(http)
        // Not by patterns: those would look for /soap below the servlet that is mapped there.
        .securityMatcher(call -> PartnerPath.of(call).isPresent())
        .authorizeHttpRequests(
            calls ->
                calls
                    .anyRequest()
                    .access(
                        (who, call) ->
                            new AuthorizationDecision(
                                who.get() instanceof JwtAuthenticationToken token
                                    && PartnerPath.of(call.getRequest())
                                        .filter(
                                            door ->
                                                door.agency()
                                                    .equals(
                                                        token
                                                            .getToken()
                                                            .getClaimAsString("agency")))
                                        .isPresent())))
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(SignedIn::agency))
                    .authenticationEntryPoint(notIn)
                    .accessDeniedHandler(notHere)
                    .withObjectPostProcessor(SignedIn.failingWith(notIn)))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(notIn).accessDeniedHandler(notHere))
        .addFilterAfter(
            new BodyLimit(settings.limits().body().toBytes(), refusals), AuthorizationFilter.class)
        .build();
  }

  /** The bundles are for policy engines that were told the token. */
  @Bean
  @Order(2)
  SecurityFilterChain policyEngines(HttpSecurity http, Refusals refusals, BundleToken token)
      throws Exception {
    return stateless(http)
        .securityMatcher("/policy/bundles/**")
        .authorizeHttpRequests(
            calls ->
                calls
                    .anyRequest()
                    .access(
                        (who, call) -> {
                          String shown = call.getRequest().getHeader("Authorization");
                          return new AuthorizationDecision(
                              shown != null
                                  && shown.startsWith("Bearer ")
                                  && token.matches(shown.substring(7)));
                        }))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(
                    (request, response, why) ->
                        refusals.refuse(Refusal.TOKEN_NOT_VALID, request, response)))
        .build();
  }

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
        (request, response, why) -> refusals.refuse(reason(why), request, response);
    AccessDeniedHandler notAllowed =
        (request, response, why) -> {
          if (wantsPage(request)) {
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
                    .requestMatchers("/governance/**")
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
                        path.matcher(HttpMethod.GET, "/operations/**"))
                    .defaultAuthenticationEntryPointFor(notIn, request -> true)
                    .accessDeniedHandler(notAllowed))
        .headers(
            headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy(settings))))
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain everythingElse(HttpSecurity http, Refusals refusals) throws Exception {
    return stateless(http)
        .authorizeHttpRequests(
            calls ->
                calls
                    .requestMatchers(HttpMethod.GET, "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, why) ->
                            refusals.refuse(Refusal.NO_TOKEN, request, response))
                    .accessDeniedHandler(
                        (request, response, why) ->
                            refusals.refuse(Refusal.NOT_ALLOWED, request, response)))
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(Customizer.withDefaults());
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static Refusal reason(AuthenticationException why) {
    return switch (why) {
      case InvalidBearerTokenException invalid -> Refusal.TOKEN_NOT_VALID;
      case AuthenticationServiceException unreachable -> Refusal.NOT_RECEIVED;
      default -> Refusal.NO_TOKEN;
    };
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
