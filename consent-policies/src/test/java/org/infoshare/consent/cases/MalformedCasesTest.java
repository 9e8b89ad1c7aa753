package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.consent.cases.CaseRun.DERIVE;
import static org.infoshare.consent.cases.CaseRun.KERNEL;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be run as it is written is named and counts as failed; all the rest still runs. */
class MalformedCasesTest {

  @TempDir Path folder;

  @Test
  void a_field_or_a_rule_that_nobody_knows_is_an_error() throws IOException {
    for (String unknown :
        List.of(
            KERNEL.replace("need: never", "needed: never"),
            KERNEL.replace("risk: amber", "risk: amber, mood: grey"),
            KERNEL.replace("s1: C1", "s1: C9"),
            KERNEL.replace("s1: C1", "s1: \"L:CA2099\""),
            KERNEL.replace("[O8]", "[O99]"),
            KERNEL.replace("consent: given", "release: [{by: person, rule: LL9}]"),
            KERNEL.replace("CA2004_16LA", "CA2004_16LB"),
            KERNEL.replace("consent: given", "bar: lokation"),
            DERIVE.replace(
                "    segments: [",
                "    releases: [{segment: s1, rule: LL9, by: a}]\n    segments: ["),
            DERIVE.replace("basis: [CA2004_16LA]", "basis: [CA2004_16LB]"),
            DERIVE.replace("s1: {}", "s1: {bar: lokation}"),
            DERIVE.replace("  persons:", "  agreement: {state: suspendd}\n    persons:"),
            DERIVE.replace("  persons:", "  agreement: {state: active, since: 1}\n    persons:"),
            DERIVE.replace("  persons:", "  agreement: active\n    persons:"),
            DERIVE.replace("plan: CP", "plans: CP"),
            DERIVE.replace("category: cp_status", "category: secrets"),
            DERIVE.replace("s1: {}", "s1: {consents: given}"))) {
      CaseRun ran = CaseRun.of(write(unknown));
      assertThat(ran.failed()).as(unknown).isOne();
      assertThat(ran.said()).contains("  error: ");
    }
  }

  @Test
  void what_stands_twice_where_it_can_stand_once_is_an_error() throws IOException {
    for (String twice :
        List.of(
            KERNEL.replace("[O8]", "[O8, O8]"),
            KERNEL.replace("id: s2", "id: s1"),
            DERIVE.replace(
                "standing: fact}]", "standing: fact}, {id: s1, about: p1, standing: fact}]"),
            DERIVE.replace("obligations: []", "obligations: [O8, O8]"))) {
      CaseRun ran = CaseRun.of(write(twice));
      assertThat(ran.failed()).as(twice).isOne();
      assertThat(ran.said()).contains("  error: ").endsWith("0 passed, 1 failed\n");
    }
  }

  @Test
  void a_part_of_the_wrong_shape_is_an_error_of_its_case_and_the_others_run() throws IOException {
    String shapes = DERIVE.replace("id: d1", "id: wrong");
    for (String wrong :
        List.of(
            shapes.replace("{type: index_child, plan: CP}", "3"),
            shapes.replace("risk: {rag: amber, assessed_at: 1795300000}", "risk: 4"),
            shapes.replace("    segments: [", "    consents: {a: 1}\n    segments: ["),
            shapes.replace("    segments: [", "    consents: [a]\n    segments: ["),
            shapes.replace("    segments: [", "    releases: [3]\n    segments: ["),
            shapes.replace("    segments: [", "    releases: 3\n    segments: ["),
            shapes.replace("    segments: [", "    decision_maker: [3]\n    segments: ["),
            shapes.replace("now: 1795312345", "now: soon"),
            "- 3\n",
            "- {id: wrong, given: 3, segments: [7], expect: {goes: []}}\n")) {
      CaseRun ran = CaseRun.of(write(wrong + KERNEL));
      assertThat(ran.failed()).as(wrong).isOne();
      assertThat(ran.said())
          .matches(
              "(?s)FAILED (wrong|without id) of cases.yaml\n  error: .*\n1 passed, 1 failed\n");
    }
  }

  @Test
  void a_file_that_holds_no_cases_is_named_and_the_other_files_run() throws IOException {
    for (String broken :
        List.of(
            "",
            "# nothing yet\n",
            "[]\n",
            "cases: 3\n",
            "- {id: 1, given: [\n",
            KERNEL + "  id: 2\n",
            KERNEL + "---\n" + KERNEL,
            "- &a [*a]\n",
            "- {null: 3}\n")) {
      assertThat(runWithAnother(Files.writeString(folder.resolve("broken.yaml"), broken)))
          .as(broken)
          .matches("FAILED \\S*broken.yaml: [^\n]+\n1 passed, 1 failed\n");
    }
    assertThat(runWithAnother(folder.resolve("missing.yaml")))
        .matches("FAILED \\S*missing.yaml: there is no such file\n1 passed, 1 failed\n");
    assertThat(runWithAnother(Files.createDirectory(folder.resolve("some.yaml"))))
        .matches("FAILED \\S*some.yaml: it is a folder\n1 passed, 1 failed\n");
    byte[] latin = "- {id: caf\u00e9}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(runWithAnother(Files.write(folder.resolve("latin.yaml"), latin)))
        .matches("FAILED \\S*latin.yaml: it cannot be read as UTF-8\n1 passed, 1 failed\n");
  }

  @Test
  void what_is_not_yaml_is_said_with_its_line() throws IOException {
    assertThat(CaseRun.of(write(KERNEL + "  id: 2\n")).said())
        .contains("cases.yaml: line 7: found duplicate key id");
  }

  private String runWithAnother(Path first) throws IOException {
    CaseRun ran = CaseRun.of(first, write(KERNEL));
    assertThat(ran.failed()).isOne();
    return ran.said();
  }

  private Path write(String cases) throws IOException {
    return Files.writeString(folder.resolve("cases.yaml"), cases);
  }
}
