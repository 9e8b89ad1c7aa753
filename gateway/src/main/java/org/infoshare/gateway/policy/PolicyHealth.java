package org.infoshare.gateway.policy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** Ready when the policy engine answers and has loaded both bundles. */
final class PolicyHealth extends AbstractHealthIndicator {

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final HttpRequest question;

  PolicyHealth(URI engine) {
    super("the policy engine does not answer");
    question =
        HttpRequest.newBuilder(engine.resolve("/health?bundles"))
            .timeout(Duration.ofSeconds(2))
            .build();
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws InterruptedException {
    health.status(answers() ? Status.UP : Status.DOWN);
  }

  private boolean answers() throws InterruptedException {
    try {
      return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException unreachable) {
      return false;
    }
  }
}
