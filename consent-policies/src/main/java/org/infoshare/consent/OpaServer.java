package org.infoshare.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An OPA process of one's own, on the loopback address, for as long as it is open: for tests, for
 * the runner of worked cases and for whoever wants to try a policy. It ends with the Java process.
 */
public final class OpaServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final URI address;
  private final Path folder;
  private final Thread atExit;

  private OpaServer(Process process, URI address, Path folder) {
    this.process = process;
    this.address = address;
    this.folder = folder;
    this.atExit = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private interface Command {
    ProcessBuilder of(Path folder, List<String> arguments) throws IOException;
  }

  /**
   * Starts OPA with these bundles, as the gateway does: it answers decisions and nothing else. Waits
   * until it answers.
   *
   * @param opa the binary, as {@code bin/opa --path} prints it
   * @throws PolicyUnavailable if it does not start, for example because a bundle does not load
   */
  public static OpaServer start(Path opa, List<PolicyBundle> bundles) {
    return start(bundles, (folder, arguments) -> OpaCommand.closedServer(opa, folder, arguments));
  }

  /** The same, but it answers every query: for the runner, which asks the kernel alone. */
  public static OpaServer open(Path opa, List<PolicyBundle> bundles) {
    return start(bundles, (folder, arguments) -> OpaCommand.server(opa, arguments));
  }

  private static OpaServer start(List<PolicyBundle> bundles, Command command) {
    try {
      Path folder = Files.createTempDirectory("opa");
      int port = freePort();
      var arguments = new ArrayList<>(List.of("--addr", "127.0.0.1:" + port));
      for (PolicyBundle bundle : bundles) {
        Path file = folder.resolve(bundle.revision() + ".tar.gz");
        Files.write(file, bundle.bytes());
        arguments.add("--bundle");
        arguments.add(file.toString());
      }
      Process process =
          command
              .of(folder, arguments)
              .redirectOutput(folder.resolve("opa.log").toFile())
              .start();
      var server = new OpaServer(process, URI.create("http://127.0.0.1:" + port), folder);
      server.awaitHealth();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitHealth() throws IOException {
    var health = HttpRequest.newBuilder(address.resolve("/health?bundles")).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (System.nanoTime() < deadline && process.isAlive()) {
        try {
          if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String said = Files.readString(folder.resolve("opa.log"));
    close();
    throw new PolicyUnavailable("OPA did not start: " + said);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
