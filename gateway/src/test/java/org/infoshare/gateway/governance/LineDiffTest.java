package org.infoshare.gateway.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.infoshare.consent.PolicyYaml;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void a_line_that_is_taken_out_and_one_that_is_put_in_stand_under_what_they_belong_to() {
    assertThat(
            diff(
                """
                need:
                  CRIME: {police: {need: [identity], may: []}}
                  MARAC: {police: {need: [identity, offence], may: [education]}}
                """,
                """
                need:
                  CRIME: {police: {need: [identity], may: []}}
                  MARAC: {police: {need: [identity, household], may: [education]}}
                """))
        .containsExactly(
            "  need:",
            "~ …",
            "    MARAC:",
            "      police:",
            "~ …",
            "        need:",
            "          - identity",
            "-         - offence",
            "+         - household");
  }

  @Test
  void what_is_only_written_otherwise_is_no_change() {
    assertThat(diff("a: [x, y]\nb: 'z'\n", "{\"a\": [\"x\", \"y\"], \"b\": \"z\"}")).isEmpty();
  }

  @Test
  void another_order_of_a_list_is_a_change() {
    assertThat(diff("duty: [first, second]", "duty: [second, first]"))
        .containsExactly("  duty:", "-   - first", "    - second", "+   - first");
  }

  @Test
  void what_is_new_is_put_in_whole_and_what_is_gone_is_taken_out_whole() {
    assertThat(LineDiff.of(Optional.empty(), Optional.of(PolicyYaml.read("a: 1"))).lines())
        .extracting(LineDiff.Line::kind)
        .containsExactly(LineDiff.Kind.IN);
    assertThat(LineDiff.of(Optional.of(PolicyYaml.read("a: 1")), Optional.empty()).lines())
        .extracting(LineDiff.Line::kind)
        .containsExactly(LineDiff.Kind.OUT);
  }

  private static List<String> diff(String before, String after) {
    return LineDiff.of(Optional.of(PolicyYaml.read(before)), Optional.of(PolicyYaml.read(after)))
        .lines()
        .stream()
        .map(
            line ->
                switch (line.kind()) {
                      case SAME -> "  ";
                      case OUT -> "- ";
                      case IN -> "+ ";
                      case GAP -> "~ ";
                    }
                    + line.text())
        .toList();
  }
}
