package org.infoshare.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * All that an authority sets up. What is missing or makes no sense stops the start, with the name
 * of the setting.
 *
 * @param data the folder that the gateway keeps: the embedded database, generated secrets, the
 *     policy engine's files
 */
@Validated
@ConfigurationProperties("gateway")
public record GatewaySettings(
    @NotNull Path data,
    @NotNull @Valid Tls tls,
    @NotNull @Valid Keycloak keycloak,
    @NotNull @Valid Duty duty,
    @Valid @DefaultValue Database database,
    @Valid @DefaultValue Opa opa,
    @Valid @DefaultValue Limits limits,
    @NotNull @Valid Partners partners) {

  /**
   * @param folder with {@code ca.pem}, {@code truststore.p12}, {@code gateway.p12} and their {@code
   *     password}
   */
  public record Tls(@NotNull Path folder) {

    public Path authority() {
      return folder.resolve("ca.pem").toAbsolutePath();
    }
  }

  /**
   * @param issuer the realm's address, as it stands in its tokens
   * @param audience that an agency's or a user's token must be made for
   * @param client the public client by which people log in
   * @param logIn after this long a person logs in again, and what their roles are is read again
   */
  public record Keycloak(
      @NotNull URI issuer,
      @DefaultValue("infoshare-gateway") String audience,
      @DefaultValue("operators-page") String client,
      @DurationMin(seconds = 1) @DefaultValue("4h") Duration logIn) {

    /** The address of one of the realm's OpenID Connect endpoints. */
    public String endpoint(String name) {
      return issuer + "/protocol/openid-connect/" + name;
    }
  }

  /**
   * @param addresses who is told of an immediate risk, in the order in which they are told
   * @param answerWithin after this long without an answer the next address is told
   * @param emergencyTelephone words for a sender whose message was not received
   * @param page the address of the operators' page as people reach it
   */
  public record Duty(
      @NotEmpty List<@NotBlank @Email String> addresses,
      @NotBlank @Email String from,
      @DefaultValue("15m") Duration answerWithin,
      @NotBlank String emergencyTelephone,
      @NotNull URI page) {}

  /**
   * @param url of an external PostgreSQL; blank for the embedded one
   * @param limit after which an answer is no longer waited for and the connection is given up
   */
  public record Database(
      @DefaultValue("") String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("20") int connections,
      @DurationMin(seconds = 1) @DefaultValue("30s") Duration limit) {

    public boolean embedded() {
      return url.isBlank();
    }
  }

  /**
   * @param url of an external policy engine; blank for one that the gateway starts itself
   * @param binary of the policy engine; blank to look for it as {@code bin/opa} does
   * @param bundleToken by which an external engine fetches its bundles; blank for one that is made
   *     at start
   * @param limit after which an answer is no longer waited for
   */
  public record Opa(
      @DefaultValue("") String url,
      @DefaultValue("") String binary,
      @DefaultValue("") String bundleToken,
      @DefaultValue("2s") Duration limit) {

    public boolean external() {
      return !url.isBlank();
    }
  }

  /**
   * How long a call to any partner may take. The partners' transport files name these settings
   * too, so they are numbers of milliseconds.
   *
   * @param connect until there is a connection
   * @param answer until the answer begins; past it nobody knows whether the message arrived
   */
  public record Partners(@NotNull Duration connect, @NotNull Duration answer) {}

  /**
   * @param body the largest message that is taken
   */
  public record Limits(@DefaultValue("10MB") DataSize body) {}
}
