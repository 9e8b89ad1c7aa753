package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.consent.cases.CaseRun.DERIVE;
import static org.infoshare.consent.cases.CaseRun.KERNEL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.infoshare.consent.OpaBinary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCasesTest {

  @TempDir Path folder;

  @Test
  void every_worked_case_is_answered_exactly() throws IOException {
    try (Stream<Path> files = Files.list(OpaBinary.POLICY.resolve("cases"))) {
      CaseRun ran = CaseRun.of(files.sorted().toArray(Path[]::new));
      assertThat(ran.failed()).as(ran.said()).isZero();
      assertThat(ran.said()).matches("\\d{3,} passed, 0 failed\n");
    }
  }

  @Test
  void more_than_a_thousand_of_the_worked_cases_take_less_than_thirty_seconds() throws IOException {
    Path cases = OpaBinary.POLICY.resolve("cases");
    String both =
        Files.readString(cases.resolve("kernel.yaml"))
            + Files.readString(cases.resolve("derive.yaml"));
    Path many = write(both.repeat(8));
    long start = System.nanoTime();
    assertThat(CaseRun.of(many).said()).matches("1\\d{3} passed, 0 failed\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void a_failing_case_says_what_was_expected_and_what_was_answered_rule_by_rule()
      throws IOException {
    CaseRun ran = CaseRun.of(write(KERNEL.replace("s1: C1", "s1: T2").replace("[O8]", "[O9]")));
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
    assertThat(CaseRun.of(write(DERIVE.replace("s1: {}", "s1: {consent: given}"))).said())
        .contains("  s1 consent: expected \"given\", got \"not_asked\"\n");
    assertThat(CaseRun.of(write(DERIVE.replace("risk: amber, basis", "risk: red, basis"))).said())
        .contains("  risk: expected \"red\", got \"amber\"\n");
  }

  @Test
  void a_segment_that_is_expected_nowhere_is_a_failure() throws IOException {
    assertThat(CaseRun.of(write(KERNEL.replace("out: {s2: N1}", "out: {}"))).said())
        .contains("  s2: expected nothing, got out N1\n");
  }

  @Test
  void the_agreement_that_a_case_states_is_the_one_that_holds() throws IOException {
    for (String state : List.of("expired", "suspended")) {
      String lapsed =
          DERIVE.replace("  persons:", "  agreement: {state: " + state + "}\n    persons:");
      assertThat(CaseRun.of(write(lapsed)).said())
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
    assertThat(CaseRun.of(write(none)).said()).isEqualTo("1 passed, 0 failed\n");
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
    assertThat(CaseRun.of(write(unreachable)).said()).isEqualTo("2 passed, 0 failed\n");
  }

  @Test
  void what_several_cases_have_in_common_may_be_written_once() throws IOException {
    String common =
        DERIVE
            .replace("input:", "input: &input")
            .replace("expect:", "expect: &expect # 5 * 3")
            .replace("segments: {s1: {}}", "segments: {s1: &nothing {}}");
    String another = "- {id: d2, input: *input, expect: {<<: *expect, segments: {s1: *nothing}}}\n";
    assertThat(CaseRun.of(write(common + another.repeat(800))).said())
        .isEqualTo("801 passed, 0 failed\n");
  }

  @Test
  void a_file_may_be_long() throws IOException {
    assertThat(CaseRun.of(write("# and so on\n".repeat(300_000) + KERNEL)).said())
        .isEqualTo("1 passed, 0 failed\n");
  }

  @Test
  void a_segment_of_which_nothing_is_said_differs_in_nothing() throws IOException {
    assertThat(CaseRun.of(write(DERIVE.replace("segments: {s1: {}}", "segments: {}"))).said())
        .isEqualTo("1 passed, 0 failed\n");
    String never = DERIVE.replace("category: cp_status", "category: cp_detail");
    assertThat(CaseRun.of(write(never.replace("segments: {s1: {}}", "segments: {}"))).said())
        .contains("  s1 need: expected \"need\", got \"never\"\n");
    assertThat(CaseRun.of(write(DERIVE.replace("{s1: {}}", "{s1: {}, s2: {}}"))).said())
        .contains("  s2: expected a segment, got nothing\n");
  }

  @Test
  void what_is_for_the_reader_may_be_anything() throws IOException {
    String noted = KERNEL + "  situation: [why, 3]\n  why: 2026-09-30\n  hook: 115\n";
    assertThat(CaseRun.of(write(noted + noted.replace("115", "yes"))).said())
        .isEqualTo("2 passed, 0 failed\n");
  }

  private Path write(String cases) throws IOException {
    return Files.writeString(folder.resolve("cases.yaml"), cases);
  }
}
