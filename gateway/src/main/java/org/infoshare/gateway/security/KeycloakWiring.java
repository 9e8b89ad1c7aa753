package org.infoshare.gateway.security;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.infoshare.gateway.GatewaySettings;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Keycloak as the gateway sees it. Nothing is asked of it at start: the gateway starts before it,
 * and outlives its restarts.
 */
@Configuration
class KeycloakWiring {

  static final String REGISTRATION = "keycloak";

  /** Calls to Keycloak, which believe our own authority only. */
  record KeycloakCalls(JdkClientHttpRequestFactory factory) {

    NimbusJwtDecoder decoder(GatewaySettings settings) {
      return NimbusJwtDecoder.withJwkSetUri(settings.keycloak().endpoint("certs"))
          .restOperations(new RestTemplate(factory))
          .build();
    }
  }

  @Bean
  KeycloakCalls keycloakCalls(SslBundles bundles) {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(bundles.getBundle("gateway").createSslContext())
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    var factory = new JdkClientHttpRequestFactory(client);
    factory.setReadTimeout(Duration.ofSeconds(5));
    return new KeycloakCalls(factory);
  }

  /** For tokens of agencies and of people: of our realm, made for this gateway, in time. */
  @Bean
  JwtDecoder jwtDecoder(KeycloakCalls calls, GatewaySettings settings, Clock clock) {
    NimbusJwtDecoder decoder = calls.decoder(settings);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(settings.keycloak().issuer().toString()),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audience ->
                    audience != null && audience.contains(settings.keycloak().audience()))));
    return new RememberedTokens(decoder, clock);
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokenDecoder(
      KeycloakCalls calls, GatewaySettings settings) {
    return registration -> {
      NimbusJwtDecoder decoder = calls.decoder(settings);
      decoder.setJwtValidator(
          new DelegatingOAuth2TokenValidator<>(
              JwtValidators.createDefault(), new OidcIdTokenValidator(registration)));
      return decoder;
    };
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient(
      KeycloakCalls calls) {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(calls.factory())
            .messageConverters(
                converters -> {
                  converters.clear();
                  converters.add(new FormHttpMessageConverter());
                  converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }

  /** A public client: the log-in is proved by PKCE, and there is no secret to keep. */
  @Bean
  ClientRegistrationRepository operatorsPage(GatewaySettings settings) {
    GatewaySettings.Keycloak keycloak = settings.keycloak();
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(keycloak.client())
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .scope("openid", "profile")
            .issuerUri(keycloak.issuer().toString())
            .authorizationUri(keycloak.endpoint("auth"))
            .tokenUri(keycloak.endpoint("token"))
            .jwkSetUri(keycloak.endpoint("certs"))
            .userNameAttributeName("preferred_username")
            .providerConfigurationMetadata(
                Map.of("end_session_endpoint", keycloak.endpoint("logout")))
            .build());
  }
}
