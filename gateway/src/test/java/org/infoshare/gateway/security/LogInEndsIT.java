package org.infoshare.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.infoshare.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogInEndsIT {

  @TempDir Path folder;

  @Test
  void a_log_in_has_an_end_and_the_open_page_says_so() {
    try (var gateway = RunningGateway.start(folder, Map.of("gateway.keycloak.log-in", "10s"))) {
      var dora = gateway.loggedIn("dora.duty").askingForPages();
      assertThat(dora.get("/operations/counts").body()).contains("Held for a person");

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> dora.get("/operations/counts").body().contains("You are logged out"));

      // Keycloak still knows her, so that she is asked nothing; her roles are read again.
      assertThat(dora.get("/operations").body()).contains("What waits", "Dora Duty");
      assertThat(dora.get("/operations/counts").body()).contains("Held for a person");
    }
  }
}
