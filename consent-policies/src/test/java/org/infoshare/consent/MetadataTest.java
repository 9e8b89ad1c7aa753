package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetadataTest {

  /** What the rules share, and what follows from their verdicts, decides about no segment. */
  private static final Set<String> NO_RULES = Set.of("grounds", "outcome", "obligations");

  @Test
  void every_rule_says_what_it_is_which_law_it_rests_on_and_what_the_person_is_told()
      throws IOException {
    Map<String, RuleText> texts = RuleTexts.packaged().byFolder();
    List<String> rules = folders("kernel").filter(folder -> !NO_RULES.contains(folder)).toList();
    assertThat(texts.keySet()).containsExactlyInAnyOrderElementsOf(rules);
    assertThat(texts.values())
        .allSatisfy(
            text -> {
              assertThat(text.title()).isNotBlank();
              assertThat(text.description()).isNotBlank();
              assertThat(text.rule()).isNotBlank();
              assertThat(text.hook()).isNotBlank();
              assertThat(text.person()).isNotBlank();
            });
  }

  @Test
  void every_package_has_a_title_and_a_description() throws IOException {
    try (Stream<Path> files = Files.walk(OpaBinary.POLICY)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".rego"))
                  .filter(file -> !file.toString().endsWith("_test.rego")))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(file)
                      .content()
                      .startsWith("# METADATA\n# title: ")
                      .contains("# description: |\n"));
    }
  }

  private static Stream<String> folders(String part) throws IOException {
    return Files.list(OpaBinary.POLICY.resolve(part))
        .filter(Files::isDirectory)
        .map(folder -> folder.getFileName().toString())
        .sorted();
  }
}
