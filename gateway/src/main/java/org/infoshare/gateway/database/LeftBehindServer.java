package org.infoshare.gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of a gateway that was killed: it goes on by itself, and a new one cannot start on its
 * data.
 */
record LeftBehindServer(Path cluster) {

  private static final Logger log = LoggerFactory.getLogger(LeftBehindServer.class);

  /**
   * Returns when no server runs on this data folder and none seems to. The caller holds the
   * gateway's lock.
   */
  void stop() throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> running =
        readPid(pidFile).flatMap(ProcessHandle::of).filter(this::servesThisFolder);
    if (running.isPresent()) {
      log.info("stopping the PostgreSQL that an earlier gateway left behind");
      stopInOrder(running.get());
    }
    // The number in a stale file may be another program's by now, and PostgreSQL would not start
    // because of it.
    Files.deleteIfExists(pidFile);
  }

  private static Optional<Long> readPid(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty() || !lines.getFirst().matches("\\d{1,9}")
        ? Optional.empty()
        : Optional.of(Long.parseLong(lines.getFirst()));
  }

  private boolean servesThisFolder(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent()
        && process
            .info()
            .arguments()
            .map(List::of)
            .filter(words -> words.contains(cluster.toString()))
            .isPresent();
  }

  /** The "fast" shutdown: sessions end, what was committed is on disk. */
  private static void stopInOrder(ProcessHandle server) throws IOException {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
      server.onExit().get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the earlier PostgreSQL stops", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the PostgreSQL that an earlier gateway left behind does not stop", e);
    }
  }
}
