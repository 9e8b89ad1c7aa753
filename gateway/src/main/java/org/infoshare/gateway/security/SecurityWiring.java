package org.infoshare.gateway.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.policy.BundleToken;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * The doors for machines: partners' systems, policy engines, and everything else, which is shut.
 * The one for people is in {@link PeopleSecurity}.
 */
@Configuration
class SecurityWiring {

  /** For so long a gateway that has just begun is slow, and has what another left to go on with. */
  private static final Duration START = Duration.ofSeconds(15);

  /** Messages at the doors at once; more would wait for connections to the database. */
  private static final int PLACES = 32;

  /** Messages that wait for a place: with those that have one, well under the server's threads. */
  private static final int WAITING = 120;

  /** An agency comes in by its own door only. */
  @Bean
  @Order(1)
  SecurityFilterChain partners(
      HttpSecurity http, Refusals refusals, JwtDecoder tokens, GatewaySettings settings)
      throws Exception {
    int placesAtFirst = 2 * Runtime.getRuntime().availableProcessors();
    AuthenticationEntryPoint notIn =
        (request, response, why) -> refusals.refuse(SignedIn.refusal(why), request, response);
    AccessDeniedHandler notHere =
        (request, response, why) -> refusals.refuse(Refusal.OTHER_AGENCY, request, response);
    return stateless(http)
        // Not by patterns: those would look for /soap below the servlet that is mapped there.
        .securityMatcher(call -> PartnerPath.of(call).isPresent())
        .authorizeHttpRequests(
            calls ->
                calls
                    // Who sent what was refused is not asked again by the page that says so.
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
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
        .addFilterAfter(
            new PlacesAtDoor(
                placesAtFirst, START, Math.max(PLACES, placesAtFirst), WAITING, refusals),
            BodyLimit.class)
        .build();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> doorsOfTheServer() {
    return server -> server.addContextValves(new UnreadBodies(), new OddAddresses());
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
                        (request, response, why) -> {
                          if (Browser.asks(request)) {
                            response.sendError(HttpServletResponse.SC_NOT_FOUND);
                          } else {
                            refusals.refuse(Refusal.NO_TOKEN, request, response);
                          }
                        })
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
}
