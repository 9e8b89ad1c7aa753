package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.Informing;
import org.infoshare.model.PersonType;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be looked at again and again. */
class OwedAgainIT {

  private static final Signatory DOT = new Signatory("dot.duty", "Dot Duty", "duty");

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void whether_the_person_can_be_told_is_owed_again_a_fortnight_after_each_look() {
    untoldPerson();
    look(Duration.ofDays(13));
    assertThat(owed()).as("nobody has looked yet").isEqualTo("open 2026-12-08");

    meet(Duration.ofDays(14));
    look(Duration.ofDays(14));
    look(Duration.ofDays(15));
    assertThat(owed()).isEqualTo("met 2026-12-08, open 2026-12-22");

    meet(Duration.ofDays(30));
    look(Duration.ofDays(30));
    assertThat(owed()).isEqualTo("met 2026-12-08, met 2026-12-22, open 2027-01-07");
  }

  @Test
  void once_the_sender_says_that_the_person_was_told_it_is_owed_no_more() {
    untoldPerson();
    world.accept(
        referral("M-2")
            .person(P1, PersonType.PARENT, false, nhs("9990000018"))
            .informing(P1, Informing.State.TOLD));
    meet(Duration.ofDays(14));
    look(Duration.ofDays(14));
    assertThat(owed()).isEqualTo("met 2026-12-08");
  }

  @Test
  void once_a_newer_decision_does_not_owe_it_it_is_owed_no_more() {
    untoldPerson();
    world.heldParts.refuse(
        Set.of(UUID.fromString(world.text("select id from held_part"))), "dot.duty", "duty", "no");
    world.decide(world::everything);
    meet(Duration.ofDays(14));
    look(Duration.ofDays(14));
    assertThat(owed()).isEqualTo("met 2026-12-08");
  }

  @Test
  void what_was_done_once_for_all_is_not_owed_again() {
    world.accept(referral("M-1"));
    world.decide(
        undecided -> world.decisions(undecided).owes(ObligationCode.O4, "14d", false).made());
    meet(Duration.ofDays(14));
    look(Duration.ofDays(14));
    assertThat(owed()).isEqualTo("met 2026-12-08");
  }

  private void untoldPerson() {
    world.accept(
        referral("M-1")
            .person(P1, PersonType.PARENT, false, nhs("9990000018"))
            .informing(P1, Informing.State.UNSAFE));
    world.decide(
        undecided ->
            world.decisions(undecided).held("s2", "U1").owesAgain(ObligationCode.O4, "14d").made());
    assertThat(world.waiting(WorkKind.DECIDE)).isEmpty();
  }

  private void meet(Duration later) {
    world.now.set(TestLedger.START.plus(later));
    UUID open =
        UUID.fromString(world.text("select id from obligation where code = 'O4' and state = 'open'"));
    assertThat(world.deliveries.meet(open, DOT, "still not safe")).isEqualTo(Deliveries.Met.MET);
  }

  private void look(Duration later) {
    world.now.set(TestLedger.START.plus(later));
    world.owedAgain.look();
  }

  private String owed() {
    return world.text(
        "select string_agg(state || ' ' || (due_at at time zone 'UTC')::date, ', ' order by due_at) from obligation where code = 'O4'");
  }
}
