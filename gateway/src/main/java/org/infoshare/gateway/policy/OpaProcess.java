package org.infoshare.gateway.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.infoshare.consent.OpaCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The policy engine as a process beside the gateway, on loopback. One that dies is started again,
 * at once the first time and then ever later; one that an earlier, killed gateway left behind is
 * stopped first.
 */
final class OpaProcess {

  private static final Logger log = LoggerFactory.getLogger(OpaProcess.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration HEALTHY_AFTER = Duration.ofSeconds(30);

  private final Path binary;
  private final Path configuration;
  private final Path pidFile;
  private final Path output;
  private final int port;

  private Optional<Process> process = Optional.empty();
  private boolean wanted;
  private int deaths;

  /**
   * @param folder where its pid and its output are kept
   */
  OpaProcess(Path binary, Path configuration, Path folder, int port) {
    this.binary = binary;
    this.configuration = configuration;
    this.pidFile = folder.resolve("opa.pid");
    this.output = folder.resolve("opa.log");
    this.port = port;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  synchronized void start() {
    stopLeftBehind();
    wanted = true;
    launch();
  }

  synchronized void stop() {
    wanted = false;
    process.ifPresent(running -> end(running.toHandle()));
    process = Optional.empty();
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Optional<Long> pid() {
    return process.filter(Process::isAlive).map(Process::pid);
  }

  private void launch() {
    long startedAt = System.nanoTime();
    try {
      Process started =
          OpaCommand.closedServer(binary, configuration.getParent(), arguments())
              .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()))
              .start();
      process = Optional.of(started);
      Files.writeString(pidFile, Long.toString(started.pid()));
      log.info("policy engine started as process {} at {}", started.pid(), address());
      started.onExit().thenRun(() -> died(startedAt));
    } catch (IOException e) {
      log.error("the policy engine cannot be started: POLICY_ENGINE_NOT_STARTED");
      died(startedAt);
    }
  }

  private List<String> arguments() {
    return List.of(
        "--addr", "127.0.0.1:" + port, "--config-file", configuration.toString(), "--skip-version-check");
  }

  private synchronized void died(long startedAt) {
    if (!wanted) {
      return;
    }
    boolean wasHealthy = System.nanoTime() - startedAt > HEALTHY_AFTER.toNanos();
    deaths = wasHealthy ? 1 : deaths + 1;
    long pause = deaths == 1 ? 0 : Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(deaths, 7));
    log.warn("the policy engine ended: POLICY_ENGINE_ENDED; started again in {} ms", pause);
    CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS).execute(this::startAgain);
  }

  private synchronized void startAgain() {
    if (wanted) {
      launch();
    }
  }

  private void stopLeftBehind() {
    try {
      if (!Files.exists(pidFile)) {
        return;
      }
      String pid = Files.readString(pidFile).strip();
      if (pid.matches("\\d{1,9}")) {
        // The number may be another program's by now: only one that was given our own configuration
        // is ended.
        ProcessHandle.of(Long.parseLong(pid))
            .filter(this::readsOurConfiguration)
            .ifPresent(OpaProcess::end);
      }
      Files.delete(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean readsOurConfiguration(ProcessHandle running) {
    return running
        .info()
        .arguments()
        .map(List::of)
        .filter(words -> words.contains(configuration.toString()))
        .isPresent();
  }

  private static void end(ProcessHandle running) {
    running.destroy();
    try {
      running.onExit().get(3, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      running.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for the policy engine to end", e);
    }
  }
}
