package org.infoshare.consent.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.infoshare.consent.PolicyYaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A file of cases: one YAML document, a list. */
final class CaseFile {

  private CaseFile() {}

  /**
   * What the file lists.
   *
   * @throws MalformedCase if it cannot be read, or lists nothing; says why in one line
   */
  static JsonNode list(Path file) {
    JsonNode content = yaml(text(file));
    if (!content.isArray() || content.isEmpty()) {
      throw new MalformedCase("a file of cases is a list of one case or more");
    }
    return content;
  }

  private static String text(Path file) {
    if (Files.notExists(file)) {
      throw new MalformedCase("there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new MalformedCase("it is a folder");
    }
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new MalformedCase("it cannot be read as UTF-8");
    }
  }

  private static JsonNode yaml(String text) {
    try {
      return PolicyYaml.readLong(text);
    } catch (MarkedYAMLException fault) {
      throw new MalformedCase(
          "line %d: %s".formatted(fault.getProblemMark().getLine() + 1, fault.getProblem()));
    } catch (YAMLException | IllegalArgumentException fault) {
      throw new MalformedCase(
          "it is not in the form of cases: " + fault.getMessage().lines().findFirst().orElse(""));
    } catch (StackOverflowError endless) {
      throw new MalformedCase("an anchor stands within itself");
    }
  }
}
