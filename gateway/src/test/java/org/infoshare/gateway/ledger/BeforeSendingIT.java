package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.CHILDRENS_SERVICES;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.Deliveries.Met;
import org.infoshare.gateway.ledger.HeldParts.Released;
import org.infoshare.gateway.ledger.TestLedger.OnTurn;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.MessageId;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Stop;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must happen before sending, and where two persons are needed for it. */
class BeforeSendingIT {

  private static final Signatory DOT = new Signatory("dot.duty", "Dot Duty (dot.duty)", "duty");
  private static final Signatory SAM = new Signatory("sam.duty", "Sam Duty (sam.duty)", "duty");

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void each_of_the_five_keeps_a_delivery_waiting_until_it_was_done_and_then_its_clock_starts_anew() {
    for (var code :
        List.of(
            ObligationCode.O6,
            ObligationCode.O11,
            ObligationCode.O19,
            ObligationCode.O25,
            ObligationCode.O26)) {
      MessageKey key = waitingFor(code);
      assertThat(stateOf(key)).as(code.word()).isEqualTo("before_sending");
      world.now.set(world.now.get().plus(Duration.ofHours(3)));

      if (code == ObligationCode.O19) {
        assertThat(meet(key, code, DOT)).isEqualTo(Met.ONE_OF_TWO);
        assertThat(stateOf(key)).isEqualTo("before_sending");
        assertThat(meet(key, code, SAM)).isEqualTo(Met.MET);
      } else {
        assertThat(meet(key, code, DOT)).isEqualTo(Met.MET);
      }

      assertThat(stateOf(key)).as(code.word()).isEqualTo("queued");
      assertThat(
              world.text(
                  "select (deadline_at - state_at)::text from delivery where message_id = '"
                      + key
                      + "'"))
          .isEqualTo("04:00:00");
      assertThat(
              world.count(
                  "evidence where what = 'obligation met' and message_id = '" + key + "'"))
          .isEqualTo(1);
    }
  }

  @Test
  void the_same_person_is_not_the_second_of_two() {
    MessageKey key = waitingFor(ObligationCode.O19);
    meet(key, ObligationCode.O19, DOT);
    assertThatThrownBy(
            () ->
                meet(
                    key,
                    ObligationCode.O19,
                    new Signatory("DOT.duty", "Dot Duty (DOT.duty)", "duty")))
        .isInstanceOf(OnePersonTwice.class);
    assertThat(stateOf(key)).isEqualTo("before_sending");
  }

  @Test
  void the_decision_of_a_named_person_is_known_when_it_is_decided_again() {
    MessageKey key = waitingFor(ObligationCode.O25);
    long before = world.knowledge(key).version();
    assertThat(world.knowledge(key).namedDecisions()).isEmpty();

    meet(key, ObligationCode.O25, DOT);

    var knowledge = world.knowledge(key);
    assertThat(knowledge.version()).isGreaterThan(before);
    assertThat(knowledge.namedDecisions())
        .singleElement()
        .satisfies(
            decision -> {
              assertThat(decision.recipient()).isEqualTo(Invented.TREATMENT);
              assertThat(decision.by()).isEqualTo("dot.duty");
              assertThat(decision.role()).isEqualTo("duty");
            });
  }

  @Test
  void what_was_done_for_an_earlier_decision_is_known_at_delivery() {
    MessageKey key = waitingFor(ObligationCode.O11);
    meet(key, ObligationCode.O11, DOT);
    assertThat(world.nextDelivery().outgoing().done()).containsExactly(ObligationCode.O11);
  }

  @Test
  void what_is_newly_owed_at_delivery_starts_a_clock_of_its_own() {
    world.accept(referral("M-1"));
    world.decide(world::everything);
    OnTurn next = world.nextDelivery();
    world.now.set(TestLedger.START.plus(Duration.ofHours(3)));
    var again =
        new Decisions(next.outgoing().message(), Invented.TREATMENT, world.now.get())
            .tables(next.outgoing().knowledge().activeTables())
            .owes(ObligationCode.O11, "before_sending", true)
            .made();

    world.ledger.stopped(
        next.turn(), next.outgoing(), new Stop.BeforeSending(Optional.of(again)));

    assertThat(world.text("select state || ' ' || (deadline_at - state_at) from delivery"))
        .isEqualTo("before_sending 04:00:00");
    assertThat(world.text("select state from obligation where code = 'O11'")).isEqualTo("open");
  }

  @Test
  void a_needed_place_waits_for_two_persons_and_goes_when_both_have_said_so() {
    MessageKey key = withABarredPlace();
    UUID place = place(key);
    assertThat(world.text("select due_at - held_at from held_part")).isEqualTo("01:00:00");

    assertThat(world.heldParts.release(place, said("dot.duty", "the enquiry needs it")))
        .isEqualTo(Released.ONE_OF_TWO);

    assertThat(world.knowledge(key).releases()).as("one is not two").isEmpty();
    assertThat(world.waiting(WorkKind.DECIDE)).isEmpty();
    assertThat(stateOf(key)).isEqualTo("before_sending");
    assertThatThrownBy(() -> world.heldParts.release(place, said("dot.duty", "again")))
        .isInstanceOf(OnePersonTwice.class);

    assertThat(world.heldParts.release(place, said("sam.duty", "seen, and agreed")))
        .isEqualTo(Released.RELEASED);

    assertThat(world.knowledge(key).releases())
        .singleElement()
        .satisfies(
            release -> {
              assertThat(release.rule()).isEqualTo("B.location");
              assertThat(release.by()).isEqualTo("dot.duty");
              assertThat(release.second()).contains("sam.duty");
              assertThat(release.toFunction()).contains(Invented.TREATMENT.function());
              assertThat(release.reason())
                  .isEqualTo("the enquiry needs it; confirmed: seen, and agreed");
            });
    assertThat(world.text("select state || ' ' || met_by from obligation where code = 'O19'"))
        .isEqualTo("met dot.duty and sam.duty");
    assertThat(stateOf(key)).isEqualTo("queued");
    assertThat(world.waiting(WorkKind.DECIDE)).hasSize(1);
    assertThat(
            world.text(
                "select string_agg(what || ' by ' || by_person, ', ' order by at, what desc) from"
                    + " evidence where what like 'part%'"))
        .isEqualTo("part released by one of two by dot.duty, part released by sam.duty");
  }

  @Test
  void one_person_is_enough_to_keep_a_place_back_and_the_rest_goes() {
    MessageKey key = withABarredPlace();
    world.heldParts.release(place(key), said("dot.duty", "needed"));
    world.heldParts.refuse(Set.of(place(key)), "sam.duty", "duty", "not needed for this");

    assertThat(world.knowledge(key).releases()).isEmpty();
    assertThat(world.text("select state from obligation where code = 'O19'")).isEqualTo("met");
    assertThat(stateOf(key)).isEqualTo("queued");
    world.decide(undecided -> barred(world.decisions(undecided)).made());
    assertThat(world.count("held_part where state = 'waiting'")).as("not asked again").isZero();
    assertThat(world.deliver(new SendOutcome.Delivered(false)).segments())
        .extracting(segment -> segment.value())
        .containsExactly("s1");
  }

  @Test
  void what_one_person_said_is_for_the_rule_that_held_the_part_then() {
    world.accept(referral("M-1"));
    world.decide(undecided -> barred(world.decisions(undecided).held("s1", "U1")).made());
    world.heldParts.release(held("s2"), said("dot.duty", "needed"));
    world.heldParts.refuse(Set.of(held("s1")), "sam.duty", "duty", "not needed");
    world.decide(
        undecided -> world.decisions(undecided).held("s1", "U1").held("s2", "S4").made());
    assertThat(
            world.text(
                "select rule || ' ' || coalesce(first_by, 'nobody') from held_part where segment ="
                    + " 's2'"))
        .isEqualTo("S4 nobody");
  }

  @Test
  void the_sender_is_not_told_that_anybody_thinks_about_a_place_that_is_kept_back() {
    withABarredPlace();
    var state = world.ledger.state(CHILDRENS_SERVICES, new MessageId("M-1")).orElseThrow();
    assertThat(state.recipients().getFirst().parts())
        .filteredOn(part -> part.segment().value().equals("s2"))
        .singleElement()
        .satisfies(part -> assertThat(part.where()).isEqualTo("out"));
    assertThat(state.recipients().getFirst().steps())
        .noneMatch(step -> step.state().name().equals("HELD"));
  }

  @Test
  void the_first_persons_reason_is_not_readable_in_the_ledger() {
    MessageKey key = withABarredPlace();
    world.heldParts.release(place(key), said("dot.duty", "Seldom told"));
    assertThat(world.text("select t::text from held_part t"))
        .doesNotContain("Seldom")
        .doesNotContain(
            HexFormat.of().formatHex("Seldom".getBytes(StandardCharsets.UTF_8)));
  }

  private MessageKey waitingFor(ObligationCode code) {
    world.accept(referral("M-" + code).inCase("FAM-" + code));
    return world.decide(
        undecided -> world.decisions(undecided).owes(code, "before_sending", true).made());
  }

  private MessageKey withABarredPlace() {
    world.accept(referral("M-1"));
    return world.decide(undecided -> barred(world.decisions(undecided)).made());
  }

  private static Decisions barred(Decisions decisions) {
    return decisions.out("s2", "B.location").owes(ObligationCode.O19, "1h", true);
  }

  private static ReleaseByPerson said(String account, String reason) {
    return new ReleaseByPerson(account, "duty", reason);
  }

  private UUID held(String segment) {
    return world
        .database
        .sql("select id from held_part where segment = ?")
        .param(segment)
        .query(UUID.class)
        .single();
  }

  private UUID place(MessageKey key) {
    return world
        .database
        .sql("select id from held_part where state = 'waiting' and message_id = ?")
        .param(key.value())
        .query(UUID.class)
        .single();
  }

  private Met meet(MessageKey key, ObligationCode code, Signatory by) {
    UUID obligation =
        world
            .database
            .sql("select id from obligation where message_id = ? and code = ?")
            .params(key.value(), code.word())
            .query(UUID.class)
            .single();
    return world.deliveries.meet(obligation, by, "done");
  }

  private String stateOf(MessageKey key) {
    return world.text("select state from delivery where message_id = '" + key + "'");
  }
}
