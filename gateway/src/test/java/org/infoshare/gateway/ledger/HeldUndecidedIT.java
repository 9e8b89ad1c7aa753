package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.CHILDRENS_SERVICES;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.MessageId;
import org.infoshare.routes.road.MessageState.State;
import org.infoshare.routes.road.MessageState.Step;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the policy cannot be asked: what is kept of that, and how it ends. */
class HeldUndecidedIT {

  private static final String HELD =
      "select string_agg(segment || ' ' || rule || ' ' || state, ', ' order by segment, held_at) from held_part";
  private static final String OWED =
      "select string_agg(code || ' ' || state || coalesce(to_char(due_at at time zone 'UTC', ' HH24:MI'), ''), ', ' order by code, opened_at)"
          + " from obligation";

  private static final String SECOND_WAY =
      "select state || ' by ' || met_by from obligation where code = 'O21'";

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void an_immediate_risk_that_nobody_can_decide_is_recorded_held_and_owed_to_the_duty_team_once() {
    world.accept(referral("M-1").immediate());
    world.policyUnavailable();
    world.now.set(TestLedger.START.plus(Duration.ofMinutes(1)));
    world.endBackOffs();
    world.policyUnavailable();

    assertThat(world.text("select outcome || ' ' || array_to_string(rules, ',') || ' ' || tables_revision from decision"))
        .isEqualTo("HOLD ENG none");
    assertThat(world.text(HELD)).isEqualTo("s1 ENG waiting, s2 ENG waiting");
    assertThat(world.text(OWED)).isEqualTo("H15m open 09:15, O1 open 09:15, O14 open 09:00, O21 open 09:01");
    assertThat(world.count("held_part where due_at = (select due_at from obligation where code = 'H15m')"))
        .isEqualTo(2);
    assertThat(world.count("evidence where what = 'held undecided'")).isEqualTo(1);
    assertThat(world.count("message where decided_at is null and undecided_code = 'POLICY_UNAVAILABLE'"))
        .isEqualTo(1);
    assertThat(world.count("delivery")).isZero();
    assertThat(world.waiting(WorkKind.DELIVER)).isEmpty();
    assertThat(world.waiting(WorkKind.DECIDE)).hasSize(1);
  }

  @Test
  void the_duty_team_is_reached_by_its_e_mail_whichever_comes_first() {
    world.accept(referral("M-1").immediate());
    sendPage();
    world.policyUnavailable();
    assertThat(world.text(SECOND_WAY)).as("told before").isEqualTo("met by gateway");

    world.accept(referral("M-2").inCase("FAM-2").immediate());
    world.policyUnavailable();
    assertThat(world.count("obligation where code = 'O21' and state = 'open'")).isEqualTo(1);
    sendPage();
    assertThat(world.count("obligation where code = 'O21' and state = 'met'")).isEqualTo(2);
  }

  @Test
  void who_has_it_before_anybody_could_decide_has_acknowledged_it() {
    world.accept(referral("M-1").immediate());
    UUID escalation = UUID.fromString(world.text("select id from escalation"));
    assertThat(world.pages.acknowledge(escalation, "Dot Duty", "duty")).isTrue();
    world.policyUnavailable();
    assertThat(world.text("select state || ' by ' || met_by from obligation where code = 'O1'"))
        .isEqualTo("met by Dot Duty");

    world.endBackOffs();
    world.decide(
        undecided -> world.decisions(undecided).owes(ObligationCode.O1, "15m", false).made());
    assertThat(world.count("obligation where code = 'O1'")).isEqualTo(1);
  }

  private void sendPage() {
    TestLedger.Taken page = world.take(WorkKind.PAGE);
    world.pages.sent(page.turn(), page.ref(), "duty@authority.example");
  }

  @Test
  void nobody_releases_or_refuses_what_nobody_has_decided() {
    world.accept(referral("M-1").immediate());
    world.policyUnavailable();
    UUID part = part("s1");
    var word = new ReleaseByPerson("dot.duty", "duty", "she is in danger");

    assertThatThrownBy(() -> world.heldParts.release(part, word)).isInstanceOf(NotHeld.class);
    assertThatThrownBy(() -> world.heldParts.refuse(Set.of(part), "dot.duty", "duty", "no"))
        .isInstanceOf(NotHeld.class);

    assertThat(world.count("release")).isZero();
    assertThat(world.count("delivery")).isZero();
    assertThat(world.text(HELD)).isEqualTo("s1 ENG waiting, s2 ENG waiting");
  }

  @Test
  void when_it_is_decided_what_the_policy_holds_takes_its_place_with_clocks_of_its_own() {
    world.accept(referral("M-1").immediate());
    world.policyUnavailable();
    world.now.set(TestLedger.START.plus(Duration.ofHours(1)));
    world.endBackOffs();

    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .held("s2", "U1")
                .owes(ObligationCode.O1, "15m", false)
                .owes(ObligationCode.H15M, "15m", false)
                .made());

    assertThat(world.text(HELD)).isEqualTo("s1 ENG gone, s2 ENG gone, s2 U1 waiting");
    assertThat(world.text(OWED))
        .as("it has been owed since nobody could decide; what is held has its own time")
        .isEqualTo(
            "H15m void 09:15, H15m open 10:15, O1 open 09:15, O14 void 09:00, O21 void 09:01");
    assertThat(world.nextDelivery().outgoing().segments()).extracting(Object::toString).containsExactly("s1");
    assertThat(world.count("decision")).isEqualTo(2);
    assertThat(world.count("message where undecided_code is null and undecided_at is null")).isEqualTo(1);
  }

  @Test
  void what_was_decided_before_stays_as_it_was_decided_while_the_policy_cannot_be_asked_again() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    world.heldParts.release(part("s2"), new ReleaseByPerson("dot.duty", "duty", "needed"));

    world.policyUnavailable();

    assertThat(world.count("decision")).isEqualTo(1);
    assertThat(world.text(HELD)).isEqualTo("s2 U1 released");
  }

  @Test
  void its_sender_reads_that_it_waits_and_why_until_it_is_decided() {
    world.accept(referral("M-1"));
    world.policyUnavailable();
    assertThat(steps())
        .endsWith(new Step(State.WAITING, TestLedger.START, List.of("POLICY_UNAVAILABLE")))
        .extracting(Step::state)
        .containsExactly(State.ACCEPTED, State.WAITING);

    world.endBackOffs();
    world.decide(world::everything);
    assertThat(steps())
        .extracting(Step::state)
        .containsExactly(State.ACCEPTED, State.DECIDED, State.WAITING);
    assertThat(steps().getLast().reasons()).isEmpty();
  }

  private List<Step> steps() {
    return world
        .ledger
        .state(CHILDRENS_SERVICES, new MessageId("M-1"))
        .orElseThrow()
        .recipients()
        .getFirst()
        .steps();
  }

  private UUID part(String segment) {
    return UUID.fromString(world.text("select id from held_part where segment = '" + segment + "'"));
  }
}
