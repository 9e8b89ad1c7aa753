package org.infoshare.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Settings of a gateway for tests, on loopback and with invented addresses. */
public final class TestSettings {

  private static final GatewaySettings.Database EMBEDDED =
      new GatewaySettings.Database("", "", "", 5, Duration.ofSeconds(30));
  private static final GatewaySettings.Partners PARTNERS =
      new GatewaySettings.Partners(Duration.ofSeconds(2), Duration.ofSeconds(10));

  private TestSettings() {}

  public static GatewaySettings on(Path data) {
    return with(data, EMBEDDED, PARTNERS);
  }

  public static GatewaySettings on(Path data, GatewaySettings.Database database) {
    return with(data, database, PARTNERS);
  }

  public static GatewaySettings on(Path data, GatewaySettings.Partners partners) {
    return with(data, EMBEDDED, partners);
  }

  private static GatewaySettings with(
      Path data, GatewaySettings.Database database, GatewaySettings.Partners partners) {
    return new GatewaySettings(
        data,
        new GatewaySettings.Tls(data.resolve("tls")),
        new GatewaySettings.Keycloak(
            URI.create("http://127.0.0.1:1/realms/infoshare"),
            "infoshare-gateway",
            "operators-page",
            Duration.ofHours(4)),
        new GatewaySettings.Duty(
            List.of("duty-one@childrens-services.example", "duty-two@childrens-services.example"),
            "gateway@infoshare.example",
            Duration.ofMinutes(15),
            "01632 960123",
            URI.create("https://127.0.0.1:8443/operations")),
        database,
        new GatewaySettings.Opa("", "", "", Duration.ofSeconds(2)),
        new GatewaySettings.Limits(DataSize.ofMegabytes(10)),
        partners);
  }
}
