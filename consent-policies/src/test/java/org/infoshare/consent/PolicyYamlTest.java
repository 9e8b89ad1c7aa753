package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

class PolicyYamlTest {

  @Test
  void an_anchor_that_refers_to_itself_is_refused_and_its_line_is_named() {
    assertThat(faultOf("floor: [identity]\na: &a [*a]\n"))
        .isEqualTo("Line 2: this cannot be read as YAML (an anchor refers to itself)");
    assertThat(faultOf("a: &a {b: {c: *a}}")).contains("refers to itself");
    assertThat(faultOf("a: &a {<<: *a}")).contains("refers to itself");
  }

  @Test
  void an_anchor_that_is_used_twice_side_by_side_is_no_circle() {
    assertThat(PolicyYaml.read("a: &a [x]\nb: [*a, *a]\n").at("/b/1/0").asText()).isEqualTo("x");
  }

  @Test
  void a_few_anchors_that_stand_for_more_than_anybody_could_read_are_refused() {
    var yaml = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int i = 1; i <= 12; i++) {
      yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(faultOf(yaml.toString())).contains("too long");
  }

  @Test
  void a_fault_is_told_with_its_line() {
    assertThat(faultOf("name: A\nfunctions: [treatment\nkind: school\n")).startsWith("Line 3: ");
    assertThat(faultOf("floor: []\nfloor: []\n")).startsWith("Line 2: ").contains("floor");
    assertThat(faultOf("name: \u0007")).isEqualTo("This cannot be read as YAML or JSON");
  }

  @Test
  void where_each_thing_stands_is_told_by_line() {
    Map<String, Integer> lines =
        PolicyYaml.lines("name: A\nareas:\n  - central\n  - west\nrow: {need: [identity]}\n");

    assertThat(lines)
        .containsEntry("$", 1)
        .containsEntry("$.name", 1)
        .containsEntry("$.areas", 2)
        .containsEntry("$.areas[1]", 4)
        .containsEntry("$.row.need[0]", 5);
  }

  @Test
  void what_is_written_is_read_again_as_it_was() {
    PolicyFiles files = PolicyFiles.packaged();
    files.tables().values().forEach(PolicyYamlTest::assertComesBack);
    files.agreements().values().forEach(PolicyYamlTest::assertComesBack);
    assertComesBack(PolicyYaml.read("{word: 'yes', number: '12', day: 2026-04-01, none: [], nothing: null}"));
  }

  @Test
  void names_are_written_in_alphabetical_order_and_lists_in_their_own() {
    assertThat(PolicyYaml.write(PolicyYaml.read("{west: {until: b, from: a}, east: [z, a]}")))
        .isEqualTo(
            """
            east: [z, a]
            west: {from: a, until: b}
            """);
  }

  private static void assertComesBack(JsonNode content) {
    assertThat(PolicyYaml.read(PolicyYaml.write(content))).isEqualTo(content);
    assertThat(PolicyYaml.read(PolicyYaml.writeLineByLine(content))).isEqualTo(content);
  }

  private static String faultOf(String yaml) {
    var fault = new String[1];
    assertThatThrownBy(() -> PolicyYaml.read(yaml))
        .isInstanceOfSatisfying(YAMLException.class, e -> fault[0] = PolicyYaml.fault(e));
    return fault[0];
  }
}
