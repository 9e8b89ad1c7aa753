package org.infoshare.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpaProcessIT {

  private static final Path BINARY = OpaBinary.find("");

  @TempDir Path folder;
  private Path configuration;
  private OpaProcess engine;

  @BeforeEach
  void start() throws IOException {
    configuration = Files.writeString(folder.resolve("config.yaml"), "{}");
    engine = engine();
    engine.start();
    awaitAnswer();
  }

  @AfterEach
  void stop() {
    engine.stop();
  }

  @Test
  void one_that_dies_is_started_again_at_the_same_address() {
    long first = engine.pid().orElseThrow();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> engine.pid().filter(pid -> pid != first).isPresent());
    awaitAnswer();
  }

  @Test
  void one_that_was_stopped_stays_down() throws Exception {
    ProcessHandle process = ProcessHandle.of(engine.pid().orElseThrow()).orElseThrow();

    engine.stop();

    process.onExit().get(10, TimeUnit.SECONDS);
    assertThat(engine.pid()).isEmpty();
  }

  @Test
  void one_that_a_killed_gateway_left_behind_ends_when_the_next_one_starts() throws Exception {
    ProcessHandle leftBehind = ProcessHandle.of(engine.pid().orElseThrow()).orElseThrow();

    var next = engine();
    next.start();
    try {
      leftBehind.onExit().get(10, TimeUnit.SECONDS);
    } finally {
      next.stop();
    }
  }

  @Test
  void another_programs_process_is_left_alone_when_its_number_stands_in_the_file()
      throws Exception {
    engine.stop();
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      Files.writeString(folder.resolve("opa.pid"), Long.toString(other.pid()));

      engine.start();

      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  private OpaProcess engine() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new OpaProcess(BINARY, configuration, folder, socket.getLocalPort());
    }
  }

  private void awaitAnswer() {
    await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> health() == 200);
  }

  private int health() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(engine.address().resolve("/health"))
                .timeout(Duration.ofSeconds(1))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
