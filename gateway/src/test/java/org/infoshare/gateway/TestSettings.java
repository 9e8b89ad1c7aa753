package org.infoshare.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Settings of a gateway for tests, on loopback and with invented addresses. */
public final class TestSettings {

  private TestSettings() {}

  public static GatewaySettings on(Path data) {
    return new GatewaySettings(
        data,
        new GatewaySettings.Tls(data.resolve("tls")),
        new GatewaySettings.Keycloak(
            URI.create("http://127.0.0.1:1/realms/infoshare"),
            "infoshare-gateway",
            "operators-page"),
        new GatewaySettings.Duty(
            List.of("duty-one@childrens-services.example", "duty-two@childrens-services.example"),
            "gateway@infoshare.example",
            Duration.ofMinutes(15),
            "01632 960123",
            URI.create("https://127.0.0.1:8443/operations")),
        new GatewaySettings.Database("", "", "", 5),
        new GatewaySettings.Opa("", "", "", Duration.ofSeconds(2)),
        new GatewaySettings.Limits(DataSize.ofMegabytes(10)));
  }
}
