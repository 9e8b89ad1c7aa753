package org.infoshare.consent.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infoshare.consent.OpaBinary;

/** A copy of the policy in a folder of its own, under the agreements of the scenes. */
record PolicyCopy(Path folder) {

  static PolicyCopy in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(OpaBinary.POLICY)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(OpaBinary.POLICY.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (!copy.getParent().endsWith("agreements")) {
          Files.copy(file, copy);
        }
      }
    }
    SceneAgreements.all()
        .forEach(
            (agency, agreement) ->
                write(folder.resolve("agreements").resolve(agency + ".yaml"), agreement.toString()));
    return new PolicyCopy(folder);
  }

  /** With another text in one of its files, which has the first just once. */
  PolicyCopy with(String file, String text, String other) throws IOException {
    String content = Files.readString(folder.resolve(file));
    if (content.split(Pattern.quote(text), -1).length != 2) {
      throw new IllegalArgumentException(file + " does not say once: " + text);
    }
    write(folder.resolve(file), content.replace(text, other));
    return this;
  }

  AskedPolicy asked() {
    return new AskedPolicy(OpaBinary.path(), folder);
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
