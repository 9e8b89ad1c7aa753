package org.infoshare.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * A realm of one key, which signs any claims that a test wants. The real realm is met in the
 * journeys.
 */
public final class SignedTokens implements AutoCloseable {

  private final RSAKey key;
  private final HttpServer server;

  public SignedTokens() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("test").generate();
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/realms/infoshare/protocol/openid-connect/certs",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  public URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/infoshare");
  }

  public String agency(String agency) {
    return sign(key, claims().claim("agency", agency));
  }

  public String expired(String agency) {
    return sign(
        key,
        claims()
            .claim("agency", agency)
            .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
  }

  public String forAnotherAudience(String agency) {
    return sign(key, claims().claim("agency", agency).audience("somebody-else"));
  }

  public String fromAnotherIssuer(String agency) {
    return sign(
        key, claims().claim("agency", agency).issuer("https://elsewhere.example/realms/infoshare"));
  }

  public String signedByAnotherKey(String agency) throws JOSEException {
    return sign(
        new RSAKeyGenerator(2048).keyID("test").generate(), claims().claim("agency", agency));
  }

  public String person(String name, String account, String... roles) {
    return sign(
        key,
        claims()
            .claim("name", name)
            .claim("preferred_username", account)
            .claim("realm_access", Map.of("roles", List.of(roles))));
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer().toString())
        .subject("a-subject")
        .audience("infoshare-gateway")
        .issueTime(new Date())
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
  }

  private static String sign(RSAKey key, JWTClaimsSet.Builder claims) {
    try {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
