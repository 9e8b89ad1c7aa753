package org.infoshare.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's own OPA, as {@code bin/opa} finds or builds it. */
public final class OpaBinary {

  /** The folder of the policy, seen from the module that Maven runs in. */
  public static final Path POLICY = Path.of("policy").toAbsolutePath();

  private static final Path PATH =
      Path.of(output(List.of(Path.of("..", "bin", "opa").toString(), "--path")).text().strip());

  private OpaBinary() {}

  public static Path path() {
    return PATH;
  }

  /** Runs OPA in the folder of the policy. */
  static Output run(String... arguments) {
    var command = new ArrayList<String>(List.of(PATH.toString()));
    command.addAll(List.of(arguments));
    return output(command);
  }

  private static Output output(List<String> command) {
    try {
      boolean opa = command.getFirst().equals(String.valueOf(PATH));
      Process process =
          new ProcessBuilder(command)
              .directory(opa ? POLICY.toFile() : Path.of("").toAbsolutePath().toFile())
              .redirectErrorStream(opa)
              .redirectError(opa ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while OPA ran", e);
    }
  }

  record Output(int code, String text) {}
}
