package org.infoshare.gateway.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds the policy engine's program: the one that is set, else the one that {@code bin/opa} finds
 * or builds.
 */
final class OpaBinary {

  private OpaBinary() {}

  static Path find(String configured) {
    if (!configured.isBlank()) {
      return executable(Path.of(configured));
    }
    Path script =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("bin/opa"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no policy engine: set gateway.opa.binary or gateway.opa.url"));
    return executable(Path.of(pathGivenBy(script)));
  }

  private static Path executable(Path binary) {
    return Optional.of(binary)
        .filter(Files::isExecutable)
        .orElseThrow(
            () -> new IllegalStateException("not a program: gateway.opa.binary = " + binary));
  }

  /** The script may have to build the program, which takes minutes. */
  private static String pathGivenBy(Path script) {
    try {
      Process process =
          new ProcessBuilder(script.toString(), "--path")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String path = new String(process.getInputStream().readAllBytes()).strip();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("bin/opa --path found no policy engine");
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for the policy engine", e);
    }
  }
}
