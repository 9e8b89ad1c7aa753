package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegoTest {

  private static final String CAPABILITIES = "--capabilities=capabilities.json";

  @TempDir Path scratch;

  @Test
  void every_file_is_formatted() {
    assertThat(OpaBinary.run("fmt", "--fail", "--list", "kernel", "derive", "served", "runner"))
        .isEqualTo(new OpaBinary.Output(0, ""));
  }

  @Test
  void every_file_passes_the_strict_check_without_a_clock_a_network_or_chance() {
    assertThat(OpaBinary.run("check", "--strict", CAPABILITIES, "kernel", "derive", "served", "runner"))
        .isEqualTo(new OpaBinary.Output(0, ""));
  }

  @Test
  void a_rule_that_reads_a_clock_or_calls_anybody_does_not_pass() throws IOException {
    for (String call :
        new String[] {
          "time.now_ns()",
          "http.send({})",
          "rand.intn(\"x\", 2)",
          "opa.runtime()",
          "net.lookup_ip_addr(\"x\")"
        }) {
      Path file = scratch.resolve("forbidden.rego");
      Files.writeString(file, "package forbidden\n\nanswer := " + call + "\n");
      assertThat(OpaBinary.run("check", CAPABILITIES, file.toString()).text())
          .contains("undefined function");
    }
  }

  @Test
  void every_test_passes_and_every_line_is_reached() throws IOException {
    String data = data().toString();
    OpaBinary.Output tests = OpaBinary.run("test", CAPABILITIES, "kernel", "derive", "served", data);
    assertThat(tests.code()).as(tests.text()).isZero();
    JsonNode coverage =
        PolicyJson.mapper()
            .readTree(
                OpaBinary.run("test", "--coverage", CAPABILITIES, "kernel", "derive", "served", data).text());
    assertThat(coverage.get("coverage").doubleValue()).as(notCovered(coverage)).isEqualTo(100.0);
  }

  @Test
  void every_rule_and_every_fact_has_its_test_beside_it() throws IOException {
    try (Stream<Path> files = Files.walk(OpaBinary.POLICY)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".rego"))
                  .filter(file -> !file.toString().endsWith("_test.rego"))
                  .filter(file -> !file.startsWith(OpaBinary.POLICY.resolve("runner"))))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(
                          file.resolveSibling(
                              file.getFileName().toString().replace(".rego", "_test.rego")))
                      .exists());
    }
  }

  /** Tables and agreements as OPA gets them, under revisions that nobody mistakes for real ones. */
  private Path data() throws IOException {
    PolicyFiles files = PolicyFiles.read(OpaBinary.POLICY);
    ObjectNode data = PolicyBundle.data(files.tables(), files.agreements());
    data.putObject("revisions").put("kernel", "under test").put("tables", "under test");
    return Files.writeString(scratch.resolve("data.json"), data.toString());
  }

  private static String notCovered(JsonNode coverage) {
    var lines = new StringBuilder("not reached:");
    coverage
        .get("files")
        .properties()
        .forEach(
            file -> {
              if (file.getValue().has("not_covered")) {
                lines
                    .append('\n')
                    .append(file.getKey())
                    .append(' ')
                    .append(file.getValue().get("not_covered"));
              }
            });
    return lines.toString();
  }
}
