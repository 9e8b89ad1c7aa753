package org.infoshare.consent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the policy engine is run as a server, whoever starts and supervises it. */
public final class OpaCommand {

  /** Go collects its garbage when the heap has grown by so many per cent; an environment that says else counts. */
  private static final String GROWTH = "400";

  private OpaCommand() {}

  /**
   * A server that answers decisions and nothing else, whoever reaches its port: no other query, no
   * look at tables or rules, no change of them. The process is not started yet.
   *
   * @param folder where the rule that says so is put for the engine to read
   * @see #server for the other arguments
   */
  public static ProcessBuilder closedServer(Path opa, Path folder, List<String> arguments)
      throws IOException {
    PolicyBundle authorization = PolicyBundle.authorization();
    Path file = folder.resolve("authorization.tar.gz");
    Files.write(file, authorization.bytes());
    var closed = new ArrayList<>(arguments);
    closed.addAll(List.of("--authorization", "basic", "--bundle", file.toString()));
    return server(opa, closed);
  }

  /**
   * A server that answers every query. The process is not started yet.
   *
   * @param opa the binary, as {@code bin/opa --path} prints it
   * @param arguments where to listen and what to load, as the engine's own command line has it
   */
  static ProcessBuilder server(Path opa, List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                opa.toString(),
                "run",
                "--server",
                "--log-level",
                "error",
                // Else each query turns the tables that it reads into the engine's own form again.
                "--optimize-store-for-read-speed"));
    command.addAll(arguments);
    var process = new ProcessBuilder(command).redirectErrorStream(true);
    // A decision makes half a megabyte of garbage on a heap of a few: else a big message is decided
    // while garbage is collected several times.
    process.environment().putIfAbsent("GOGC", GROWTH);
    return process;
  }
}
