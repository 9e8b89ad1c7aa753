package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.CHILDRENS_SERVICES;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.model.MessageId;
import org.infoshare.model.Personal;
import org.infoshare.routes.road.Control;
import org.infoshare.routes.road.Finding;
import org.infoshare.routes.road.MessageState.PartState;
import org.infoshare.routes.road.MessageState.RecipientState;
import org.infoshare.routes.road.MessageState.Step;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Stop;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusesIT {

  @AutoClose private TestLedger world;

  @BeforeEach
  void a_message(@TempDir Path folder) {
    world = new TestLedger(folder);
    world.accept(referral("M-1"));
  }

  @Test
  void before_it_is_decided_a_message_is_accepted() {
    assertThat(state().steps())
        .singleElement()
        .satisfies(step -> assertThat(step.state().word()).isEqualTo("accepted"));
    assertThat(state().parts()).isEmpty();
  }

  @Test
  void nobody_but_its_sender_learns_of_a_message() {
    assertThat(world.ledger.state(CGL, new MessageId("M-1"))).isEmpty();
    assertThat(world.ledger.state(CHILDRENS_SERVICES, new MessageId("M-2"))).isEmpty();
  }

  @Test
  void a_part_held_back_for_another_agencys_reason_does_not_show() {
    world.decide(
        undecided -> world.decisions(undecided).held("s2", "B.location").hidden("s2").made());
    assertThat(state().parts()).extracting(part -> part.segment().value()).containsExactly("s1");
    assertThat(state().steps())
        .extracting(step -> step.state().word())
        .containsExactly("accepted", "decided", "waiting");
    world.deliver(new SendOutcome.Delivered(false));
    assertThat(state().steps())
        .extracting(step -> step.state().word())
        .containsExactly("accepted", "decided", "delivered");
  }

  @Test
  void a_part_that_waits_for_a_person_shows_with_its_reason() {
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    assertThat(state().steps())
        .extracting(step -> step.state().word() + step.reasons())
        .containsExactly("accepted[]", "decided[]", "held[U1]", "waiting[]");
  }

  @Test
  void of_what_a_control_found_the_sender_reads_only_that_a_person_looks_at_it() {
    world.decide(world::everything);
    var next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        next.outgoing(),
        new Stop.Found(
            new Finding(Control.ADDRESS_AGE, "s2", "HOME", Personal.of("told by another agency")),
            Optional.empty()));
    assertThat(world.text("select string_agg(distinct rule, ',') from held_part"))
        .isEqualTo("ADDRESS_AGE");
    assertThat(state().parts()).extracting(PartState::rule).containsOnly("LOOKED_AT");
    assertThat(state().steps())
        .extracting(step -> step.state().word() + step.reasons())
        .containsExactly("accepted[]", "decided[]", "held[LOOKED_AT]");
  }

  @Test
  void what_was_stopped_after_an_attempt_that_may_have_arrived_says_so() {
    world.decide(world::everything);
    world.deliver(new SendOutcome.Unknown("TIME_OUT"));
    world.endBackOffs();
    var next = world.nextDelivery();
    world.ledger.stopped(next.turn(), next.outgoing(), new Stop.Fault("NO_SUCH_DOCUMENT"));
    assertThat(state().steps())
        .extracting(step -> step.state().word() + step.reasons())
        .containsExactly(
            "accepted[]", "decided[]", "unknown[MAY_HAVE_ARRIVED]", "held[NO_SUCH_DOCUMENT]");
    assertThat(world.text("select string_agg(kind, ',' order by kind) from attention"))
        .isEqualTo("fault,may_have_arrived");
  }

  @Test
  void what_was_refused_after_an_attempt_that_may_have_arrived_does_not_say_plainly_refused() {
    world.decide(world::everything);
    world.deliver(new SendOutcome.Unknown("TIME_OUT"));
    world.endBackOffs();
    world.deliver(new SendOutcome.Refused("ID_USED_BEFORE"));
    assertThat(state().steps())
        .extracting(step -> step.state().word() + step.reasons())
        .containsExactly(
            "accepted[]",
            "decided[]",
            "unknown[MAY_HAVE_ARRIVED]",
            "refused[ID_USED_BEFORE, MAY_HAVE_ARRIVED]");
  }

  @Test
  void what_was_refused_after_an_attempt_that_surely_failed_is_refused() {
    world.decide(world::everything);
    world.deliver(new SendOutcome.Failed("NO_CONNECTION"));
    world.endBackOffs();
    world.deliver(new SendOutcome.Refused("ID_USED_BEFORE"));
    assertThat(state().steps())
        .extracting(step -> step.state().word() + step.reasons())
        .containsExactly("accepted[]", "decided[]", "refused[ID_USED_BEFORE]");
  }

  @Test
  void what_was_stopped_after_an_attempt_that_surely_failed_does_not() {
    world.decide(world::everything);
    world.deliver(new SendOutcome.Failed("NO_CONNECTION"));
    world.endBackOffs();
    var next = world.nextDelivery();
    world.ledger.stopped(next.turn(), next.outgoing(), new Stop.Fault("NO_SUCH_DOCUMENT"));
    assertThat(state().steps())
        .extracting(step -> step.state().word() + step.reasons())
        .containsExactly("accepted[]", "decided[]", "held[NO_SUCH_DOCUMENT]");
    assertThat(world.count("attention where kind = 'may_have_arrived'")).isZero();
  }

  @Test
  void each_step_has_the_time_at_which_it_happened() {
    Instant decided = TestLedger.START.plus(Duration.ofMinutes(1));
    Instant delivered = TestLedger.START.plus(Duration.ofMinutes(3));
    world.now.set(decided);
    world.decide(world::everything);
    world.now.set(TestLedger.START.plus(Duration.ofMinutes(2)));
    world.deliver(new SendOutcome.Failed("NO_CONNECTION"));
    world.endBackOffs();
    world.now.set(delivered);
    world.deliver(new SendOutcome.Delivered(false));
    world.now.set(TestLedger.START.plus(Duration.ofMinutes(4)));
    assertThat(state().steps())
        .extracting(Step::at)
        .containsExactly(TestLedger.START, decided, delivered);
  }

  @Test
  void what_is_held_after_the_rest_was_delivered_comes_after_it() {
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    world.now.set(TestLedger.START.plus(Duration.ofMinutes(1)));
    world.deliver(new SendOutcome.Delivered(false));
    world.now.set(TestLedger.START.plus(Duration.ofMinutes(2)));
    UUID held = world.database.sql("select id from held_part").query(UUID.class).single();
    world.heldParts.release(Set.of(held), new ReleaseByPerson("dot.duty", "duty", "needed"));
    world.decide(world::everything);
    world.now.set(TestLedger.START.plus(Duration.ofMinutes(3)));
    var next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        next.outgoing(),
        new Stop.Found(
            new Finding(Control.GUARD, "s2", "NAME", Personal.of("told by another agency")),
            Optional.empty()));
    assertThat(state().steps())
        .extracting(step -> step.state().word())
        .containsExactly("accepted", "decided", "delivered", "held");
    assertThat(state().steps()).extracting(Step::at).isSorted();
  }

  @Test
  void what_may_not_go_at_all_is_refused_with_reasons() {
    world.decide(
        undecided -> world.decisions(undecided).out("s1", "N1").out("s2", "C:refused").made());
    assertThat(state().steps().getLast().state().word()).isEqualTo("refused");
    assertThat(state().steps().getLast().reasons()).containsExactly("C:refused", "N1");
  }

  @Test
  void that_nothing_goes_is_not_said_to_have_been_before_the_decision() {
    world.now.set(TestLedger.START.plusMillis(700));
    world.decide(
        undecided ->
            // The policy is asked as of a whole second.
            new Decisions(undecided.message(), Invented.TREATMENT, TestLedger.START)
                .tables(undecided.knowledge().activeTables())
                .out("s1", "S3")
                .out("s2", "S3")
                .made());
    assertThat(state().steps())
        .extracting(step -> step.state().word() + " " + step.at())
        .endsWith("decided " + world.now.get(), "refused " + world.now.get());
  }

  private RecipientState state() {
    return world
        .ledger
        .state(CHILDRENS_SERVICES, new MessageId("M-1"))
        .orElseThrow()
        .recipients()
        .getFirst();
  }
}
