package org.infoshare.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.infoshare.consent.PolicyBundle;
import org.infoshare.consent.PolicyFiles;
import org.infoshare.fixtures.process.Loopback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New bundles that come while the engine answers. */
class BundlesInFlightIT {

  private static final PolicyFiles FILES = PolicyFiles.packaged();
  private static final String DECISION = "kernel/decision.rego";

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger fetched = new AtomicInteger();
  private volatile PolicyBundle kernel = PolicyBundle.kernel(FILES.rules());
  private HttpServer bundles;
  private OpaProcess engine;

  @BeforeEach
  void start() throws IOException {
    bundles = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    bundles.createContext("/kernel.tar.gz", exchange -> serve(exchange, kernel));
    bundles.start();
    Path configuration =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            services: {gateway: {url: "http://127.0.0.1:%d"}}
            bundles:
              kernel: {service: gateway, resource: kernel.tar.gz, polling: {min_delay_seconds: 1, max_delay_seconds: 1}}
            """
                .formatted(bundles.getAddress().getPort()));
    engine = new OpaProcess(OpaBinary.find(""), configuration, folder, Loopback.freePort());
    engine.start();
    awaitRevision(kernel.revision());
  }

  @AfterEach
  void stop() {
    engine.stop();
    bundles.stop(0);
  }

  @Test
  void one_that_does_not_load_leaves_the_one_before_in_force_until_one_comes_that_does()
      throws Exception {
    String before = kernel.revision();

    kernel = with("package sharing.decision\n\nof(derived) := undefined_word\n");
    int alreadyFetched = fetched.get();
    // The third fetch begins when the second has been looked at.
    await().atMost(Duration.ofSeconds(20)).until(() -> fetched.get() >= alreadyFetched + 3);
    assertThat(revision()).contains(before);

    kernel = with(FILES.rules().get(DECISION) + "\n# another revision\n");
    awaitRevision(kernel.revision());
  }

  private PolicyBundle with(String decision) {
    var rules = new TreeMap<>(FILES.rules());
    rules.put(DECISION, decision);
    return PolicyBundle.kernel(rules);
  }

  private void serve(HttpExchange exchange, PolicyBundle bundle) throws IOException {
    fetched.incrementAndGet();
    exchange.sendResponseHeaders(200, bundle.bytes().length);
    exchange.getResponseBody().write(bundle.bytes());
    exchange.close();
  }

  private void awaitRevision(String wanted) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(() -> revision().contains(wanted));
  }

  private String revision() throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(engine.address().resolve("/v1/data/revisions/kernel"))
                .timeout(Duration.ofSeconds(1))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
