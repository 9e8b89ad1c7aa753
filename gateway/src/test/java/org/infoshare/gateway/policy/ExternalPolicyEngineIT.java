package org.infoshare.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.infoshare.fixtures.process.Loopback;
import org.infoshare.gateway.RunningGateway;
import org.infoshare.gateway.Situation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A policy engine that somebody else runs, named by its address. */
class ExternalPolicyEngineIT {

  private static final String TOKEN = "known-to-the-external-engine";

  @TempDir Path folder;

  @Test
  void an_external_engine_fetches_its_bundles_with_its_token_and_decides() throws Exception {
    int port = Loopback.freePort();
    try (var gateway =
        RunningGateway.start(
            folder,
            Map.of(
                "gateway.opa.url", "http://127.0.0.1:" + port, "gateway.opa.bundle-token", TOKEN))) {
      assertThat(
              gateway
                  .childrensServices()
                  .submit(Situation.childrensServices("willing-mother"))
                  .status())
          .isEqualTo(200);
      var database = gateway.part(JdbcClient.class);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> count(database, "message where undecided_code = 'POLICY_UNAVAILABLE'") == 1);
      OpaProcess engine = engine(port, gateway.address(), gateway.tls().folder());
      engine.start();
      try {
        await().atMost(Duration.ofSeconds(30)).until(() -> count(database, "decision") > 0);
      } finally {
        engine.stop();
      }
      assertThat(folder.resolve("data/opa")).as("an engine of the gateway's own").doesNotExist();
    }
  }

  private OpaProcess engine(int port, URI gateway, Path tls) throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path token = Files.writeString(elsewhere.resolve("token"), TOKEN);
    Path configuration =
        Files.writeString(
            elsewhere.resolve("config.yaml"),
            new OpaConfiguration(gateway.getPort(), tls.resolve("ca.pem"), token).text());
    return new OpaProcess(OpaBinary.find(""), configuration, elsewhere, port);
  }

  private static int count(JdbcClient database, String what) {
    return database.sql("select count(*) from " + what).query(Integer.class).single();
  }
}
