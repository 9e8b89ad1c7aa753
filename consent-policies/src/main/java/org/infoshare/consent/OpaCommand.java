package org.infoshare.consent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the policy engine is run as a server, whoever starts and supervises it. */
public final class OpaCommand {

  /** Go collects its garbage when the heap has grown by so many per cent; an environment that says else counts. */
  private static final String GROWTH = "400";

  private OpaCommand() {}

  /**
   * A process that is not started yet.
   *
   * @param opa the binary, as {@code bin/opa --path} prints it
   * @param arguments where to listen and what to load, as the engine's own command line has it
   */
  public static ProcessBuilder server(Path opa, List<String> arguments) {
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
