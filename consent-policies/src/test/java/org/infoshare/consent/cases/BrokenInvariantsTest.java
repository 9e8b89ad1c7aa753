package org.infoshare.consent.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One condition of a copy of the policy is broken, and the invariant says so by a small example. */
class BrokenInvariantsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          I1  # kernel/released/released.rego # == "two_persons" # != "nobody"
          I2  # kernel/obligations/obligations.rego # rules) if count(rules.goes) == 0 # rules) if count(rules.goes) == 9
          I3  # kernel/obligations/obligations.rego # else := {"O2", "O3", "O5", "O6"} # else := {"O2", "O3", "O6"}
          I4  # kernel/consent_given/consent_given.rego # segment.consent == "given" # segment.consent == "refused"
          I4  # kernel/agreement_lapsed/agreement_lapsed.rego # in {"active", "none"} # in {"expired", "none"}
          I4  # kernel/weak_claim/weak_claim.rego # at_rating.where == "goes" # at_rating.where == "held"
          I5  # kernel/recipient_not_verified/recipient_not_verified.rego # not given.recipient_verified == true # given.recipient_verified == "unknown"
          I6  # kernel/unclassified/unclassified.rego # not segment.unclassified == false # segment.unclassified == "unknown"
          I11 # kernel/treatment_promise/treatment_promise.rego # not segment.to_supervision == false # segment.to_supervision == "unknown"
          I13 # kernel/nothing_immediate/nothing_immediate.rego # given.recipient_is_duty_team == true # given.recipient_verified == true
          I13 # kernel/weak_claim/weak_claim.rego # segment.category in data.tables.floor # segment.category == "identity"
          """)
  void a_broken_condition_of_the_kernel_is_told_by_a_small_example(
      String invariant, String file, String text, String other) throws IOException {
    List<Combination> some =
        Stream.concat(
                CoveringSet.combinations().stream(),
                CoveringSet.combinationsPastTheGates().stream())
            .toList();
    try (AskedPolicy policy = PolicyCopy.in(folder).with(file, text, other).asked()) {
      small(
          invariant,
          broken(
              invariant, InvariantsTest.kernel(policy), some, 500, KernelInvariants.all()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          I1  # derive/bar/bar.rego # row.restriction in segment.restrictions # row.restriction == "unknown"
          I2  # kernel/outcome/outcome.rego # given.risk != "green" # given.risk == "green"
          I3  # kernel/outcome/outcome.rego # {"override:", "X3", "X5", "H:B.location"} # {"X3", "X5", "H:B.location"}
          I4  # derive/risk/risk.rego # request.risk.evidence == true # request.risk.evidence == false
          I6  # kernel/unclassified/unclassified.rego # not segment.unclassified == false # segment.unclassified == "unknown"
          I7  # derive/need/need.rego # else := "never" # else := "may"
          I8  # derive/lawful_basis/lawful_basis.rego # art9 := only_if(told.category in special_category # art9 := only_if(told.category == "unknown"
          I9  # derive/consent/consent.rego # ; one.subject == subject] # ]
          I11 # derive/to_supervision/to_supervision.rego # segment.category in data.tables.insulated.categories # segment.category == "unknown"
          I12 # derive/clock/clock.rego # (consents(message) | ratings(message)) | law # consents(message) | ratings(message)
          I12 # derive/clock/clock.rego # | agreement(request.recipient.agency) # | set()
          I13 # kernel/nothing_immediate/nothing_immediate.rego # given.recipient_is_duty_team == true # given.recipient_verified == true
          """)
  void a_broken_condition_of_the_whole_is_told_by_a_small_example(
      String invariant, String file, String text, String other) throws IOException {
    List<Scene> some = CoveringSet.scenes().stream().map(Scene::pastTheGates).toList();
    List<Invariant<Scene, SceneAnswer>> all =
        Stream.concat(
                SceneInvariants.ofOneAnswer().stream(), SceneInvariants.ofSeveral().stream())
            .toList();
    try (AskedPolicy policy = PolicyCopy.in(folder).with(file, text, other).asked()) {
      small(invariant, broken(invariant, InvariantsTest.whole(policy), some, 100, all));
    }
  }

  @Test
  void the_smallest_example_is_told_in_words() throws IOException {
    List<Scene> some = CoveringSet.scenes().stream().map(Scene::pastTheGates).toList();
    String noLaw = "consents(message) | ratings(message)";
    try (AskedPolicy policy =
        PolicyCopy.in(folder)
            .with("derive/clock/clock.rego", "(" + noLaw + ") | law", noLaw)
            .asked()) {
      assertThat(broken("I12", InvariantsTest.whole(policy), some, 100, SceneInvariants.ofSeveral()))
          .containsExactly(
              "I12 an answer that is another in a second is said to hold no longer,"
                  + " but where it is a second before the new law"
                  + " it is held by L5 (HOLD), then goes by L:CA2004_16LA (PERMIT)");
    }
  }

  /** Looks on until something breaks. */
  private static <E extends Example<E>, A> List<String> broken(
      String invariant,
      Sweep<E, A> sweep,
      List<E> some,
      int atOnce,
      List<Invariant<E, A>> all) {
    List<Invariant<E, A>> those =
        all.stream().filter(one -> one.name().startsWith(invariant + " ")).toList();
    List<String> broken = List.of();
    for (int at = 0; at < some.size() && broken.isEmpty(); at += atOnce) {
      broken = sweep.broken(some.subList(at, Math.min(some.size(), at + atOnce)), 50, those);
    }
    return broken;
  }

  private static void small(String invariant, List<String> broken) {
    assertThat(broken)
        .isNotEmpty()
        .allSatisfy(
            words ->
                assertThat(words)
                    .startsWith(invariant + " ")
                    .contains(", but where ")
                    .satisfies(w -> assertThat(w.split(" is ")).hasSizeLessThan(16)));
  }
}
