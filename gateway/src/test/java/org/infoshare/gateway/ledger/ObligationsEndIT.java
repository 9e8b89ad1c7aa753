package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.TestLedger.OnTurn;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is owed ends when it is done, and its end is kept (policy.md A.6, item 11). */
class ObligationsEndIT {

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void what_is_owed_with_a_message_is_done_when_it_has_arrived_and_nothing_else_is() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .owes(ObligationCode.O8, "with_message", false)
                .owes(ObligationCode.O12, "next_contact", false)
                .made());
    OnTurn next = world.nextDelivery();
    var attempt = world.ledger.open(next.turn(), world.opening(next.outgoing()));
    world.ledger.closed(next.turn(), attempt, new SendOutcome.Unknown("TIMED_OUT"), Duration.ZERO);
    assertThat(ends()).containsExactly("O12 open nobody", "O8 open nobody");

    world.endBackOffs();
    world.deliver(new SendOutcome.Delivered(true));

    assertThat(ends()).containsExactly("O12 open nobody", "O8 met gateway");
  }

  @Test
  void what_a_person_tells_by_another_way_is_done_when_that_person_says_so() {
    world.accept(referral("M-1").immediate());
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .owes(ObligationCode.O8, "with_message", false)
                .owes(ObligationCode.O10, "with_message", false)
                .made());
    OnTurn next = world.nextDelivery();
    var attempt = world.ledger.open(next.turn(), world.toTell(next.outgoing()));
    world.ledger.closed(
        next.turn(), attempt, new SendOutcome.Delivered(false), Duration.ZERO);
    assertThat(ends()).containsExactly("O10 open nobody", "O8 met gateway");

    UUID toTell = world.database.sql("select id from attention").query(UUID.class).single();
    assertThat(world.deliveries.close(toTell, "Dot Duty (dot.duty)", "told on the phone")).isTrue();

    assertThat(ends()).containsExactly("O10 met Dot Duty (dot.duty)", "O8 met gateway");
  }

  @Test
  void whoever_answers_an_escalation_has_acknowledged_its_message_and_no_other() {
    world.accept(referral("M-1").immediate());
    world.decide(
        undecided -> world.decisions(undecided).owes(ObligationCode.O1, "15m", false).made());
    UUID first = world.database.sql("select id from escalation").query(UUID.class).single();
    world.accept(referral("M-2").inCase("FAM-2").immediate());
    world.decide(
        undecided -> world.decisions(undecided).owes(ObligationCode.O1, "15m", false).made());

    world.pages.acknowledge(first, "Dot Duty", "duty");

    assertThat(ends()).containsExactly("O1 met Dot Duty", "O1 open nobody");
  }

  private List<String> ends() {
    return world
        .database
        .sql(
            "select code || ' ' || state || ' ' || coalesce(met_by, 'nobody') from obligation order"
                + " by 1")
        .query(String.class)
        .list();
  }
}
