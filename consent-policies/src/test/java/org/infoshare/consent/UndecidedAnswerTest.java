package org.infoshare.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.Where;
import org.junit.jupiter.api.Test;

class UndecidedAnswerTest {

  @Test
  void everything_is_held_and_nothing_goes() {
    Decision answer = UndecidedAnswer.to(Requests.referral());
    assertThat(answer.outcome()).isEqualTo(Outcome.HOLD);
    assertThat(answer.segments()).hasSize(3);
    assertThat(answer.segments().values())
        .allSatisfy(
            verdict -> {
              assertThat(verdict.where()).isEqualTo(Where.HELD);
              assertThat(verdict.rule().value()).isEqualTo("ENG");
            });
    assertThat(answer.released()).isEmpty();
    assertThat(answer.validUntil()).isEqualTo(Requests.referral().now());
  }

  @Test
  void every_claimed_immediate_risk_reaches_the_duty_team_by_a_second_channel() {
    ObjectNode claimed = Requests.tree();
    claimed.withObject("/risk").put("immediate", true);
    assertThat(codes(claimed))
        .containsExactlyInAnyOrder("O1 15m", "O14 at_once", "H15m 15m", "O21 60s");
  }

  @Test
  void the_rest_waits_as_long_as_its_rating_allows() {
    assertThat(codes(rated("red"))).containsExactlyInAnyOrder("O1 4h", "H1h 1h");
    assertThat(codes(rated("unknown"))).containsExactly("H1h 1h");
    assertThat(codes(rated("amber"))).containsExactly("H1d 1wd");
    assertThat(codes(rated("green"))).containsExactly("H5d 5wd");
  }

  @Test
  void a_red_that_nobody_has_looked_at_again_is_looked_at_again() {
    ObjectNode stale = rated("red");
    stale.withObject("/risk").put("assessed_at", 1795312345L - 28 * 86_400 - 1);
    assertThat(codes(stale)).containsExactlyInAnyOrder("O27 1h", "H1h 1h");
    stale.withObject("/risk").remove("assessed_at");
    assertThat(codes(stale)).containsExactlyInAnyOrder("O27 1h", "H1h 1h");
  }

  @Test
  void a_sender_under_watch_is_reported() {
    ObjectNode watched = rated("green");
    watched.withObject("/sender").put("override_state", "watch");
    assertThat(codes(watched)).containsExactlyInAnyOrder("H5d 5wd", "O22 7d");
  }

  @Test
  void who_must_not_be_told_is_looked_at_again() {
    ObjectNode unsafe = rated("green");
    unsafe.withObject("/informed").put("unsafe", true);
    assertThat(codes(unsafe)).containsExactlyInAnyOrder("H5d 5wd", "O4 14d");
  }

  @Test
  void what_a_person_set_and_what_the_sender_restricted_is_owed_whatever_the_policy_would_say() {
    ObjectNode stated = rated("green");
    stated.putArray("set_by_person").add("override_not_upheld");
    ((ObjectNode) stated.at("/segments/0")).putArray("restrictions").add("court_order");
    assertThat(codes(stated))
        .containsExactlyInAnyOrder("H5d 5wd", "O7 4h", "O17 24h", "O13 1wd");
  }

  @Test
  void a_circumstance_brings_its_duties_by_the_table_and_a_consent_that_does_not_count_is_asked_for() {
    var tables = PolicyFiles.packaged().tables();
    var request = Requests.read(rated("red"));
    var known =
        new UndecidedAnswer.Known(Set.of("location_needed", "look_up"), Set.of("location"), true);
    assertThat(new UndecidedAnswer(tables).to(request, known).obligations())
        .extracting(owed -> owed.code().word() + " " + owed.due() + " " + owed.beforeSending())
        .containsExactlyInAnyOrder(
            "O1 4h false",
            "H1h 1h false",
            "O12 next_contact false",
            "O18 at_once false",
            "O19 1h true");
  }

  private static ObjectNode rated(String rag) {
    ObjectNode tree = Requests.tree();
    tree.withObject("/risk").put("rag", rag);
    return tree;
  }

  private static List<String> codes(ObjectNode tree) {
    return UndecidedAnswer.to(Requests.read(tree)).obligations().stream()
        .map(owed -> owed.code().word() + " " + owed.due())
        .toList();
  }
}
