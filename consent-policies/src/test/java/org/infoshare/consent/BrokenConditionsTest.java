package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes each condition of each rule away, once, and asks that a test beside the rule notices. */
class BrokenConditionsTest {

  private static final Pattern IMPORT = Pattern.compile("^import data\\.(\\S+)", Pattern.MULTILINE);
  private static final Pattern PACKAGE = Pattern.compile("^package (\\S+)", Pattern.MULTILINE);

  @TempDir Path scratch;
  private Map<String, String> files;
  private Map<String, String> byPackage;
  private Path data;

  @BeforeEach
  void read() throws IOException {
    try (Stream<Path> rego = Files.walk(OpaBinary.POLICY)) {
      files =
          rego.filter(file -> file.toString().endsWith(".rego"))
              .collect(
                  Collectors.toMap(
                      file -> OpaBinary.POLICY.relativize(file).toString(),
                      BrokenConditionsTest::text));
    }
    byPackage =
        files.entrySet().stream()
            .collect(Collectors.toMap(file -> first(PACKAGE, file.getValue()), Map.Entry::getKey));
    var policy = PolicyFiles.read(OpaBinary.POLICY);
    var content = PolicyBundle.data(policy.tables(), policy.agreements());
    content.putObject("revisions").put("kernel", "under test").put("tables", "under test");
    data = Files.writeString(scratch.resolve("data.json"), content.toString());
  }

  @Test
  void some_test_notices_each_condition_that_is_missing() {
    List<Condition> conditions =
        files.keySet().stream()
            .filter(name -> !name.endsWith("_test.rego") && !name.startsWith("runner"))
            .sorted()
            .flatMap(name -> Condition.of(name, files.get(name)).stream())
            .toList();
    assertThat(conditions).hasSizeGreaterThan(300);
    assertThat(conditions.parallelStream().filter(condition -> !noticed(condition)).toList())
        .isEmpty();
  }

  @Test
  void the_tests_beside_a_rule_pass_while_nothing_is_missing() {
    String rule = "kernel/third_party/third_party.rego";
    assertThat(noticed(new Condition(rule, 1, 0, ""))).isFalse();
  }

  private boolean noticed(Condition condition) {
    try {
      Path folder = Files.createTempDirectory(scratch, "broken");
      String test = condition.file().replace(".rego", "_test.rego");
      var needed = new TreeSet<String>();
      gather(condition.file(), needed);
      gather(test, needed);
      for (String name : needed) {
        Path copy = folder.resolve(name);
        Files.createDirectories(copy.getParent());
        boolean broken = name.equals(condition.file());
        Files.writeString(copy, broken ? condition.without(files.get(name)) : files.get(name));
      }
      return OpaBinary.run("test", folder.toString(), data.toString()).code() != 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file and all that it imports. */
  private void gather(String name, TreeSet<String> into) {
    if (into.add(name)) {
      Matcher imports = IMPORT.matcher(files.get(name));
      while (imports.find()) {
        if (byPackage.containsKey(imports.group(1))) {
          gather(byPackage.get(imports.group(1)), into);
        }
      }
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("a file of Rego names its package");
    }
    return matcher.group(1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
