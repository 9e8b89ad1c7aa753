package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.infoshare.consent.OpaBinary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCasesTest {

  private static final String KERNEL =
      """
      - id: 1
        given: {risk: amber, basis: [CA2004_16LA]}
        segments:
          - {id: s1, category: identity, consent: given}
          - {id: s2, category: mental_health, need: never}
        expect: {outcome: PERMIT_REDACTED, goes: {s1: C1}, out: {s2: N1}, held: {}, obligations: [O8]}
      """;
  private static final String DERIVE =
      """
      - id: d1
        input:
          now: 1795312345
          message: {kind: referral, purpose: TREATMENT_REFERRAL}
          sender: {agency: childrens-services, kind: la_csc, function: csc_social_work,
            role: social_worker, under_16LA: true, public_authority: true}
          recipient: {agency: cgl, kind: substance_service, function: treatment, under_16LA: true,
            links: []}
          persons: {p1: {type: index_child, plan: CP}}
          risk: {rag: amber, assessed_at: 1795300000}
          segments: [{id: s1, category: cp_status, about: p1, standing: fact}]
        expect:
          given: {risk: amber, basis: [CA2004_16LA]}
          segments: {s1: {}}
          answer: {outcome: PERMIT, goes: {s1: "L:CA2004_16LA"}, out: {}, held: {}, obligations: []}
      """;

  @TempDir Path folder;

  @Test
  void every_worked_case_is_answered_exactly() throws IOException {
    try (Stream<Path> files = Files.list(OpaBinary.POLICY.resolve("cases"))) {
      Ran ran = run(files.sorted().toArray(Path[]::new));
      assertThat(ran.failed()).as(ran.said()).isZero();
      assertThat(ran.said()).matches("\\d{3,} passed, 0 failed\n");
    }
  }

  @Test
  void a_thousand_cases_take_less_than_thirty_seconds() throws IOException {
    Path many = write(KERNEL.repeat(500) + DERIVE.repeat(500));
    long start = System.nanoTime();
    assertThat(run(many).said()).isEqualTo("1000 passed, 0 failed\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_failing_case_says_what_was_expected_and_what_was_answered_rule_by_rule()
      throws IOException {
    Ran ran = run(write(KERNEL.replace("s1: C1", "s1: T2").replace("[O8]", "[O9]")));
    assertThat(ran.failed()).isOne();
    assertThat(ran.said())
        .contains("FAILED 1 of cases.yaml\n")
        .contains("  s1: expected goes T2, got goes C1\n")
        .contains("  O9: expected owed, got not owed\n")
        .contains("  O8: expected not owed, got owed\n")
        .doesNotContain("s2:")
        .endsWith("0 passed, 1 failed\n");
  }

  @Test
  void a_fact_that_derive_finds_otherwise_is_a_failure() throws IOException {
    assertThat(run(write(DERIVE.replace("s1: {}", "s1: {consent: given}"))).said())
        .contains("  s1 consent: expected \"given\", got \"not_asked\"\n");
    assertThat(run(write(DERIVE.replace("risk: amber, basis", "risk: red, basis"))).said())
        .contains("  risk: expected \"red\", got \"amber\"\n");
  }

  @Test
  void a_segment_that_is_expected_nowhere_is_a_failure() throws IOException {
    assertThat(run(write(KERNEL.replace("out: {s2: N1}", "out: {}"))).said())
        .contains("  s2: expected nothing, got out N1\n");
  }

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
            DERIVE.replace("    segments: [", "    releases: [{segment: s1, rule: LL9, by: a}]\n    segments: ["),
            DERIVE.replace("basis: [CA2004_16LA]", "basis: [CA2004_16LB]"),
            DERIVE.replace("s1: {}", "s1: {bar: lokation}"),
            DERIVE.replace("  persons:", "  agreement: {state: suspendd}\n    persons:"),
            DERIVE.replace("  persons:", "  agreement: {state: active, since: 1}\n    persons:"),
            DERIVE.replace("  persons:", "  agreement: active\n    persons:"),
            DERIVE.replace("plan: CP", "plans: CP"),
            DERIVE.replace("category: cp_status", "category: secrets"),
            DERIVE.replace("s1: {}", "s1: {consents: given}"))) {
      Ran ran = run(write(unknown));
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
            DERIVE.replace("standing: fact}]", "standing: fact}, {id: s1, about: p1, standing: fact}]"),
            DERIVE.replace("obligations: []", "obligations: [O8, O8]"))) {
      Ran ran = run(write(twice));
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
      Ran ran = run(write(wrong + KERNEL));
      assertThat(ran.failed()).as(wrong).isOne();
      assertThat(ran.said())
          .matches("(?s)FAILED (wrong|without id) of cases.yaml\n  error: .*\n1 passed, 1 failed\n");
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
    assertThat(run(write(KERNEL + "  id: 2\n")).said()).contains("cases.yaml: line 7: found duplicate key id");
  }

  @Test
  void the_agreement_that_a_case_states_is_the_one_that_holds() throws IOException {
    for (String state : List.of("expired", "suspended")) {
      String lapsed =
          DERIVE.replace("  persons:", "  agreement: {state: " + state + "}\n    persons:");
      assertThat(run(write(lapsed)).said())
          .contains("s1: expected goes L:CA2004_16LA, got held S2");
    }
  }

  @Test
  void without_an_agreement_the_recipient_is_no_party() throws IOException {
    String none =
        DERIVE
            .replace("  persons:", "  agreement: {state: none}\n    persons:")
            .replace("given: {risk: amber,", "given: {risk: amber, recipient_is_party: false,")
            .replace(
                "outcome: PERMIT, goes: {s1: \"L:CA2004_16LA\"}, out: {}",
                "outcome: HOLD, goes: {}, out: {s1: S3}")
            .replace("obligations: []", "obligations: [O11, H1d]");
    assertThat(run(write(none)).said()).isEqualTo("1 passed, 0 failed\n");
  }

  @Test
  void what_nobody_can_be_asked_about_is_held() throws IOException {
    String unreachable =
        """
        - id: stale
          given: {risk: red_stale, policy_engine: unreachable}
          segments: [{id: s1, category: identity}]
          expect: {outcome: HOLD, goes: {}, out: {}, held: {s1: ENG}, obligations: [O27, H1h]}
        - id: weak
          given: {risk: immediate_unsupported, rag: green, policy_engine: unreachable, informing_is_unsafe: true}
          segments: [{id: s1, category: identity}]
          expect:
            {outcome: HOLD, goes: {}, out: {}, held: {s1: ENG}, obligations: [O1(15m), O14, H15m, O21, O4]}
        """;
    assertThat(run(write(unreachable)).said()).isEqualTo("2 passed, 0 failed\n");
  }

  private Path write(String cases) throws IOException {
    return Files.writeString(folder.resolve("cases.yaml"), cases);
  }

  private String runWithAnother(Path first) throws IOException {
    Ran ran = run(first, write(KERNEL));
    assertThat(ran.failed()).isOne();
    return ran.said();
  }

  private static Ran run(Path... files) {
    var said = new ByteArrayOutputStream();
    try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      int failed =
          new PolicyCases(OpaBinary.path(), OpaBinary.POLICY, out).failed(Arrays.asList(files));
      return new Ran(failed, said.toString(StandardCharsets.UTF_8));
    }
  }

  private record Ran(int failed, String said) {}
}
