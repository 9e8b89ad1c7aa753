package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.CHILDRENS_SERVICES;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.RIVERSIDE;
import static org.infoshare.gateway.ledger.Invented.SOCIAL_WORK;
import static org.infoshare.gateway.ledger.Invented.mosaic;
import static org.infoshare.gateway.ledger.Invented.referral;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.TestLedger.OnTurn;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.AttemptKey;
import org.infoshare.routes.road.Control;
import org.infoshare.routes.road.FactsMoved;
import org.infoshare.routes.road.Finding;
import org.infoshare.routes.road.KeptBack;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.MessageState.Step;
import org.infoshare.routes.road.Opening;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RecipientDecision;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Stop;
import org.infoshare.routes.road.TurnLost;
import org.infoshare.routes.road.Undecided;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveringIT {

  private static final SegmentId S1 = new SegmentId("s1");
  private static final SegmentId S2 = new SegmentId("s2");
  private static final Finding HIT =
      new Finding(
          Control.GUARD,
          "/supportRequest/attachment[1]",
          "POSTCODE",
          Personal.of("seen at [POSTCODE] in May"));

  @AutoClose private TestLedger world;

  @BeforeEach
  void a_message_that_was_decided(@TempDir Path folder) {
    world = new TestLedger(folder);
    world.revisions.firstRevision(
        JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    world.decide(world::everything);
  }

  @Test
  void what_is_delivered_is_on_disk_before_it_is_sent_and_leaves_the_lane_after() {
    OnTurn next = world.nextDelivery();
    AttemptKey attempt = world.ledger.open(next.turn(), world.opening(next.outgoing()));
    assertThat(
            world.text(
                "select coalesce(outcome, 'none yet') || ' ' || array_to_string(carried, ',') from"
                    + " attempt"))
        .isEqualTo("none yet s1,s2");
    assertThat(world.text("select state || ' ' || tries from delivery")).isEqualTo("sending 1");
    world.ledger.closed(next.turn(), attempt, new SendOutcome.Delivered(false), Duration.ZERO);
    assertThat(world.text("select state from delivery")).isEqualTo("delivered");
    assertThat(world.count("lane_row")).isZero();
    assertThat(world.count("lane where owner is not null or due is not null")).isZero();
    assertThat(states("M-1")).containsExactly("accepted", "decided", "delivered");
  }

  @Test
  void the_decision_that_queued_it_is_read_back_whole() {
    Outgoing outgoing = world.nextDelivery().outgoing();
    assertThat(outgoing.standing())
        .isEqualTo(
            world
                .decisions(
                    new Undecided(
                        outgoing.messageKey(),
                        outgoing.message(),
                        TestLedger.START,
                        outgoing.knowledge(),
                        false,
                        java.util.Map.of(),
                        java.util.Map.of()))
                .made());
    assertThat(outgoing.tries()).isZero();
    assertThat(outgoing.inReplyTo()).isEmpty();
  }

  @Test
  void a_partner_that_is_down_is_tried_again_under_the_same_id() {
    Outgoing first = world.deliver(new SendOutcome.Failed("CONNECTION_REFUSED"));
    assertThat(world.waiting(WorkKind.DELIVER)).hasSize(1);
    assertThat(
            world.text(
                "select last_error || ' ' || (due > clock_timestamp()) from lane where lane like"
                    + " 'deliver/%'"))
        .isEqualTo("CONNECTION_REFUSED true");
    assertThat(lastStep("M-1"))
        .extracting(step -> step.state().word(), Step::reasons)
        .containsExactly("waiting", List.of("CONNECTION_REFUSED"));
    world.endBackOffs();
    Outgoing again = world.nextDelivery().outgoing();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.tries()).isEqualTo(1);
  }

  @Test
  void an_attempt_that_timed_out_is_unknown() {
    world.deliver(new SendOutcome.Unknown("TIMED_OUT"));
    assertThat(world.text("select state from delivery")).isEqualTo("unknown");
    assertThat(states("M-1")).endsWith("unknown");
  }

  @Test
  void an_attempt_whose_node_died_before_its_outcome_is_unknown_and_a_failure_after_it_leaves_it_so() {
    OnTurn first = world.nextDelivery();
    world.ledger.open(first.turn(), world.opening(first.outgoing()));
    // The node dies here, and another takes its lane.
    world
        .database
        .sql("update lane set owner = null, epoch = epoch + 1 where owner is not null")
        .update();
    Outgoing second = world.deliver(new SendOutcome.Failed("CONNECTION_REFUSED"));
    assertThat(second.tries()).isEqualTo(1);
    assertThat(second.id()).isEqualTo(first.outgoing().id());
    assertThat(world.text("select state from delivery")).isEqualTo("unknown");
    assertThat(states("M-1")).endsWith("unknown");
  }

  @Test
  void a_failure_after_an_unknown_attempt_leaves_it_unknown_and_a_duplicate_is_success() {
    world.deliver(new SendOutcome.Unknown("TIMED_OUT"));
    world.endBackOffs();
    world.deliver(new SendOutcome.Failed("CONNECTION_REFUSED"));
    assertThat(world.text("select state from delivery")).isEqualTo("unknown");
    world.endBackOffs();
    world.deliver(new SendOutcome.Delivered(true));
    assertThat(world.text("select state from delivery")).isEqualTo("delivered");
    assertThat(
            world.text("select string_agg(outcome, ',' order by opened_at, outcome) from attempt"))
        .contains("duplicate");
  }

  @Test
  void a_refusal_by_the_partner_is_not_tried_again_and_a_person_is_told() {
    world.deliver(new SendOutcome.Refused("UNKNOWN_SERVICE"));
    assertThat(world.count("lane_row")).isZero();
    assertThat(world.text("select kind || ' ' || code || ' ' || state from attention"))
        .isEqualTo("refused_by_partner UNKNOWN_SERVICE open");
    assertThat(lastStep("M-1"))
        .extracting(step -> step.state().word(), Step::reasons)
        .containsExactly("refused", List.of("UNKNOWN_SERVICE"));
    UUID attention = world.database.sql("select id from attention").query(UUID.class).single();
    world.deliveries.close(attention, "Dot Duty", "rang them");
    assertThat(world.text("select state || ' by ' || done_by from attention"))
        .isEqualTo("done by Dot Duty");
  }

  @Test
  void a_refusal_after_an_attempt_that_may_have_arrived_has_a_person_ring_the_recipient() {
    world.deliver(new SendOutcome.Unknown("TIMED_OUT"));
    world.endBackOffs();
    world.deliver(new SendOutcome.Refused("ID_USED_BEFORE"));
    assertThat(world.count("lane_row")).as("not tried again").isZero();
    assertThat(
            world.text("select string_agg(kind || ' ' || code, ', ' order by kind) from attention"))
        .isEqualTo("may_have_arrived MAY_HAVE_ARRIVED, refused_by_partner ID_USED_BEFORE");
    assertThat(states("M-1")).containsSubsequence("unknown", "refused");
  }

  @Test
  void an_answer_after_such_a_refusal_says_that_it_had_arrived() {
    world.deliver(new SendOutcome.Unknown("TIMED_OUT"));
    world.endBackOffs();
    Outgoing sent = world.deliver(new SendOutcome.Refused("ID_USED_BEFORE"));
    world.accept(
        referral("A-1").from(CGL).to(SOCIAL_WORK).answering(sent.id().value()));
    assertThat(states("M-1")).endsWith("delivered", "answered").doesNotContain("refused");
  }

  @Test
  void past_its_deadline_a_person_is_told_once_and_the_tries_go_on() {
    for (int hours : new int[] {0, 5, 6}) {
      world.now.set(TestLedger.START.plus(Duration.ofHours(hours)));
      world.deliver(new SendOutcome.Failed("CONNECTION_REFUSED"));
      assertThat(world.count("attention where kind = 'deadline_passed'"))
          .isEqualTo(hours == 0 ? 0 : 1);
      world.endBackOffs();
    }
    world.deliver(new SendOutcome.Delivered(false));
    assertThat(world.text("select state || ' ' || tries from delivery")).isEqualTo("delivered 4");
  }

  @Test
  void facts_that_moved_since_the_decision_open_no_attempt() {
    OnTurn next = world.nextDelivery();
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("OTHER")
            .person(P1, PersonType.VICTIM, true, mosaic("77")));
    assertThatThrownBy(() -> world.ledger.open(next.turn(), world.opening(next.outgoing())))
        .isInstanceOf(FactsMoved.class);
    assertThat(world.count("attempt")).isZero();
    Outgoing now = world.ledger.outgoing(next.outgoing().key()).orElseThrow();
    assertThat(now.knowledge().family().persons().getFirst().locationProtected()).isTrue();
    world.ledger.open(next.turn(), world.opening(now));
    assertThat(world.count("attempt")).isEqualTo(1);
  }

  @Test
  void facts_that_moved_since_the_decision_stop_nothing() {
    OnTurn next = world.nextDelivery();
    var nothing = decisions(next.outgoing()).held("s1", "S2").held("s2", "S2").made();
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("OTHER")
            .person(P1, PersonType.VICTIM, true, mosaic("77")));
    assertThatThrownBy(
            () ->
                world.ledger.stopped(
                    next.turn(), next.outgoing(), new Stop.NothingMayGo(nothing)))
        .isInstanceOf(FactsMoved.class);
    assertThat(world.text("select state from delivery")).isEqualTo("queued");
    assertThat(world.count("held_part")).isZero();
    Outgoing now = world.ledger.outgoing(next.outgoing().key()).orElseThrow();
    world.ledger.stopped(next.turn(), now, new Stop.NothingMayGo(nothing));
    assertThat(world.text("select state from delivery")).isEqualTo("stopped");
  }

  @Test
  void tables_that_changed_since_the_decision_open_no_attempt() {
    OnTurn next = world.nextDelivery();
    world.revisions.activate(
        world.revisions.active().orElseThrow().revision(),
        JsonNodeFactory.instance.objectNode().put("tighter", true),
        JsonNodeFactory.instance.objectNode(),
        "Ig Lead",
        "reviewed");
    assertThatThrownBy(() -> world.ledger.open(next.turn(), world.opening(next.outgoing())))
        .isInstanceOf(FactsMoved.class);
    assertThat(world.count("attempt")).isZero();
  }

  @Test
  void a_lane_that_was_taken_over_opens_and_closes_nothing() {
    OnTurn next = world.nextDelivery();
    AttemptKey attempt = world.ledger.open(next.turn(), world.opening(next.outgoing()));
    world
        .database
        .sql("update lane set owner = 'other', epoch = epoch + 1 where owner is not null")
        .update();
    assertThatThrownBy(() -> world.ledger.open(next.turn(), world.opening(next.outgoing())))
        .isInstanceOf(TurnLost.class);
    assertThatThrownBy(
            () ->
                world.ledger.closed(
                    next.turn(), attempt, new SendOutcome.Delivered(false), Duration.ZERO))
        .isInstanceOf(TurnLost.class);
    assertThat(world.count("attempt")).isEqualTo(1);
    assertThat(world.count("attempt where outcome is not null")).isZero();
    assertThat(world.text("select state from delivery")).isEqualTo("sending");
  }

  @Test
  void an_answer_that_came_before_the_outcome_ends_the_delivery() {
    Outgoing outgoing = world.deliver(new SendOutcome.Unknown("TIMED_OUT"));
    world.accept(
        referral("A-1")
            .from(Invented.CGL)
            .to(Invented.SOCIAL_WORK)
            .answering(outgoing.id().value()));
    assertThat(world.ledger.outgoing(outgoing.key())).isEmpty();
    world.endBackOffs();
    world.ledger.nothingToDo(world.take(WorkKind.DELIVER).turn());
    assertThat(world.waiting(WorkKind.DELIVER)).isEmpty();
    assertThat(states("M-1")).containsExactly("accepted", "decided", "delivered", "answered");
  }

  @Test
  void a_decision_made_again_is_recorded_with_the_attempt_that_rests_on_it() {
    OnTurn next = world.nextDelivery();
    Outgoing outgoing = next.outgoing();
    var again =
        decisions(outgoing).held("s2", "C:withdrawn").owes(ObligationCode.H1D, "1wd", false).made();
    Opening opening = world.opening(outgoing);
    world.ledger.open(
        next.turn(),
        new Opening(
            opening.delivery(),
            opening.knowledgeVersion(),
            opening.tablesRevision(),
            Optional.of(again),
            Set.of(S1),
            Set.of(),
            Optional.empty(),
            Set.of(),
            opening.toSend()));
    assertThat(world.count("decision")).isEqualTo(2);
    assertThat(
            world.text(
                "select asked_again::text || ' ' || (decision_id = (select decision_id from"
                    + " delivery)) from attempt"))
        .isEqualTo("true true");
    assertThat(world.text("select segment || ' ' || rule || ' ' || state from held_part"))
        .isEqualTo("s2 C:withdrawn waiting");
  }

  @Test
  void what_the_leak_guard_held_goes_only_by_a_persons_release() {
    OnTurn next = world.nextDelivery();
    keepingBackS2(next, new SendOutcome.Delivered(false));
    assertThat(world.text("select segment || ' ' || rule || ' ' || state from held_part"))
        .isEqualTo("s2 GUARD waiting");
    world.heldParts.release(
        heldPart(),
        new ReleaseByPerson("Dot Duty", "duty", "checked"));
    world.decide(world::everything);
    assertThat(world.nextDelivery().outgoing().segments()).containsExactly(S2);
  }

  @Test
  void what_is_released_after_an_attempt_that_may_have_arrived_goes_under_an_id_of_its_own() {
    OnTurn first = world.nextDelivery();
    keepingBackS2(first, new SendOutcome.Unknown("TIME_OUT"));
    world.heldParts.release(heldPart(), new ReleaseByPerson("Dot Duty", "duty", "checked"));
    world.decide(world::everything);
    assertThat(onTheirWay()).isEqualTo("s1 unknown | s2 queued");
    world.endBackOffs();
    Outgoing again = world.deliver(new SendOutcome.Delivered(true));
    assertThat(again.id()).isEqualTo(first.outgoing().id());
    assertThat(again.segments()).as("no more than it may have had before").containsExactly(S1);
    letGo();
    Outgoing rest = world.nextDelivery().outgoing();
    assertThat(rest.id()).isNotEqualTo(first.outgoing().id());
    assertThat(rest.segments()).containsExactly(S2);
  }

  @Test
  void so_it_does_when_the_recipient_has_answered_meanwhile() {
    OnTurn first = world.nextDelivery();
    keepingBackS2(first, new SendOutcome.Unknown("TIME_OUT"));
    world.accept(
        referral("A-1")
            .from(Invented.CGL)
            .to(Invented.SOCIAL_WORK)
            .answering(first.outgoing().id().value()));
    world.heldParts.release(heldPart(), new ReleaseByPerson("Dot Duty", "duty", "checked"));
    letGo();
    while (!world.waiting(WorkKind.DECIDE).isEmpty()) {
      world.decide(world::everything);
      letGo();
    }
    assertThat(onTheirWay()).isEqualTo("s1 answered | s2 queued");
  }

  @Test
  void a_stopped_delivery_goes_on_with_no_more_than_it_may_have_brought() {
    OnTurn first = world.nextDelivery();
    keepingBackS2(first, new SendOutcome.Unknown("TIME_OUT"));
    world.endBackOffs();
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        next.outgoing(),
        new Stop.NothingMayGo(decisions(next.outgoing()).held("s1", "S2").made()));
    for (UUID part : heldParts()) {
      world.heldParts.release(part, new ReleaseByPerson("Dot Duty", "duty", "checked"));
    }
    world.decide(world::everything);
    assertThat(onTheirWay()).isEqualTo("s1 queued | s2 queued");
    assertThat(world.nextDelivery().outgoing().id()).isEqualTo(first.outgoing().id());
  }

  @Test
  void what_the_decision_at_a_retry_lets_go_beside_it_is_queued_by_the_next_decision() {
    OnTurn first = world.nextDelivery();
    Opening opening = world.opening(first.outgoing());
    var without = decisions(first.outgoing()).out("s2", "C:expired").made();
    AttemptKey attempt =
        world.ledger.open(first.turn(), again(opening, Optional.of(without), Set.of(S1)));
    world.ledger.closed(
        first.turn(), attempt, new SendOutcome.Failed("NO_CONNECTION"), Duration.ZERO);
    world.endBackOffs();
    OnTurn next = world.nextDelivery();
    var whole = decisions(next.outgoing()).made();
    world.ledger.open(
        next.turn(), again(world.opening(next.outgoing()), Optional.of(whole), Set.of(S1)));
    world.decide(world::everything);
    assertThat(onTheirWay()).isEqualTo("s1 sending | s2 queued");
  }

  private static Opening again(
      Opening opening, Optional<RecipientDecision> again, Set<SegmentId> carried) {
    return new Opening(
        opening.delivery(),
        opening.knowledgeVersion(),
        opening.tablesRevision(),
        again,
        carried,
        Set.of(),
        Optional.empty(),
        Set.of(),
        opening.toSend());
  }

  @Test
  void what_a_person_refused_for_a_control_is_not_asked_again_at_every_retry() {
    keepingBackS2(world.nextDelivery(), new SendOutcome.Failed("NO_CONNECTION"));
    world.heldParts.refuse(Set.of(heldPart()), "Dot Duty", "duty", "it names the refuge");
    UUID attention = world.database.sql("select id from attention").query(UUID.class).single();
    world.deliveries.close(attention, "Dot Duty", "refused");
    world.decide(world::everything);
    world.endBackOffs();
    keepingBackS2(world.nextDelivery(), new SendOutcome.Failed("NO_CONNECTION"));
    assertThat(world.text("select string_agg(state, ',') from held_part")).isEqualTo("refused");
    assertThat(world.count("attention where state = 'open'")).isZero();
  }

  /** At immediate risk, say: what was found stays behind, and the rest goes. */
  private void keepingBackS2(OnTurn on, SendOutcome outcome) {
    Opening opening = world.opening(on.outgoing());
    AttemptKey attempt =
        world.ledger.open(
            on.turn(),
            new Opening(
                opening.delivery(),
                opening.knowledgeVersion(),
                opening.tablesRevision(),
                Optional.empty(),
                Set.of(S1),
                Set.of(),
                Optional.of(new KeptBack(HIT, Set.of(S2))),
                Set.of(),
                opening.toSend()));
    world.ledger.closed(on.turn(), attempt, outcome, Duration.ofMinutes(1));
  }

  /** An engine has come to the end of its turns on all lanes. */
  private void letGo() {
    world.database.sql("update lane set owner = null where owner is not null").update();
  }

  private String onTheirWay() {
    return world.text(
        "select string_agg(array_to_string(d.segments, ',') || ' ' || d.state, ' | ' order by d.segments)"
            + " from delivery d join message m on m.id = d.message_id where m.sender_message_id = 'M-1'");
  }

  @Test
  void a_guard_hit_stops_the_delivery_and_a_person_has_it() {
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        next.outgoing(),
        new Stop.Found(HIT, Optional.empty()));
    assertThat(world.text("select state || ' ' || stop_code from delivery"))
        .isEqualTo("stopped GUARD");
    assertThat(world.text("select kind || ' ' || detail from attention"))
        .isEqualTo("guard_hit POSTCODE at /supportRequest/attachment[1]");
    assertThat(
            world.text(
                "select string_agg(segment || ' ' || state, ', ' order by segment) from held_part"))
        .isEqualTo("s1 waiting, s2 waiting");
    assertThat(world.count("lane_row")).isZero();
    assertThat(states("M-1")).endsWith("held");
    assertThat(world.ledger.outgoing(next.outgoing().key())).isEmpty();
  }

  @Test
  void what_stands_around_a_hit_is_kept_sealed_for_the_person_who_decides() {
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(next.turn(), next.outgoing(), new Stop.Found(HIT, Optional.empty()));
    assertThat(world.found.open()).hasSize(1).containsValue("seen at [POSTCODE] in May");
    assertThat(world.found.ofHeldPart(heldPart("s1"))).contains("seen at [POSTCODE] in May");
    assertThat(world.text("select position('seen at' in encode(excerpt, 'escape'))::text from attention"))
        .as("not in clear")
        .isEqualTo("0");
  }

  @Test
  void a_part_that_stays_behind_while_the_rest_goes_is_put_before_a_person_with_what_was_found() {
    OnTurn next = world.nextDelivery();
    Opening opening = world.opening(next.outgoing());
    var old =
        new Finding(Control.ADDRESS_AGE, "s2", "HOME", Personal.of("last told as of 2026-01-12"));
    world.ledger.open(
        next.turn(),
        new Opening(
            opening.delivery(),
            opening.knowledgeVersion(),
            opening.tablesRevision(),
            Optional.empty(),
            Set.of(S1),
            Set.of(),
            Optional.of(new KeptBack(old, Set.of(S2))),
            Set.of(),
            opening.toSend()));
    assertThat(world.text("select segment || ' ' || rule || ' ' || state from held_part"))
        .isEqualTo("s2 ADDRESS_AGE waiting");
    assertThat(world.text("select kind || ' ' || code || ' ' || detail from attention"))
        .isEqualTo("address_age ADDRESS_AGE HOME at s2");
    assertThat(world.found.open()).containsValue("last told as of 2026-01-12");
  }

  @Test
  void what_the_form_cannot_tell_waits_for_a_person_who_has_told_it() {
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        next.outgoing(),
        new Stop.Found(
            new Finding(Control.FORMAT, "cgl", "O10+O24", Personal.of("Tell the recipient")),
            Optional.empty()));
    assertThat(world.text("select state || ' ' || stop_code from delivery"))
        .isEqualTo("stopped FORMAT");
    assertThat(world.text("select kind || ' ' || code || ' ' || detail from attention"))
        .isEqualTo("label_not_carried FORMAT O10+O24 at cgl");
    assertThat(
            world.text(
                "select string_agg(segment || ' ' || rule || ' ' || state, ', ' order by segment)"
                    + " from held_part"))
        .isEqualTo("s1 FORMAT waiting, s2 FORMAT waiting");
    assertThat(states("M-1")).endsWith("held");
    assertThat(world.count("page")).isZero();

    for (UUID part : heldParts()) {
      world.heldParts.release(part, new ReleaseByPerson("Dot Duty", "duty", "told on the phone"));
    }
    world.decide(world::everything);
    Outgoing again = world.nextDelivery().outgoing();
    assertThat(again.id()).isEqualTo(next.outgoing().id());
    assertThat(again.segments()).containsExactlyInAnyOrder(S1, S2);
  }

  @Test
  void what_the_form_cannot_tell_at_immediate_risk_is_told_by_a_person_once_though_one_has_answered() {
    MessageKey urgent = world.accept(referral("M-9").inCase("FAM-9").immediate());
    world.deliver(new SendOutcome.Delivered(false));
    world.decide(world::everything);
    UUID escalation =
        world.database.sql("select id from escalation").query(UUID.class).single();
    world.pages.acknowledge(escalation, "Dot Duty", "duty");
    OnTurn next = world.nextDelivery();
    assertThat(next.outgoing().messageKey()).isEqualTo(urgent);

    AttemptKey first = world.ledger.open(next.turn(), world.toTell(next.outgoing()));
    world.ledger.closed(next.turn(), first, new SendOutcome.Failed("HTTP_503"), Duration.ZERO);
    world.endBackOffs();
    OnTurn again = world.nextDelivery();
    world.ledger.open(again.turn(), world.toTell(again.outgoing()));

    assertThat(world.text("select kind || ' ' || code || ' ' || state from attention"))
        .isEqualTo("tell_recipient O10 open");
    assertThat(world.text("select state from escalation")).isEqualTo("open");
    assertThat(world.count("page")).as("the first, and one for what must be told").isEqualTo(2);
    assertThat(world.waiting(WorkKind.PAGE)).hasSize(2);
    UUID page = world.database.sql("select id from page where number = 2").query(UUID.class).single();
    assertThat(world.pages.find(page))
        .hasValueSatisfying(
            found ->
                assertThat(found.toTell())
                    .containsExactly(new Page.ToTell("cgl/treatment", "O10")));
  }

  private List<UUID> heldParts() {
    return world
        .database
        .sql("select id from held_part where state = 'waiting' order by segment")
        .query(UUID.class)
        .list();
  }

  @Test
  void a_stopped_delivery_that_is_released_goes_on_under_the_id_that_it_had() {
    Outgoing first = world.deliver(new SendOutcome.Unknown("TIMED_OUT"));
    world.endBackOffs();
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        first,
        new Stop.NothingMayGo(decisions(first).held("s1", "S2").held("s2", "S2").made()));
    assertThat(states("M-1")).endsWith("held");
    world.heldParts.release(
        heldPart("s1"),
        new ReleaseByPerson(
            "Dot Duty", "duty", "agreement renewed"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "S2").made());
    Outgoing again = world.nextDelivery().outgoing();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.segments()).containsExactly(S1);
  }

  @Test
  void what_may_not_go_any_more_is_stopped_and_said_so() {
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(
        next.turn(),
        next.outgoing(),
        new Stop.NothingMayGo(
            decisions(next.outgoing()).out("s1", "C:withdrawn").out("s2", "C:withdrawn").made()));
    assertThat(world.text("select kind from attention")).isEqualTo("nothing_may_go");
    assertThat(world.count("decision")).isEqualTo(2);
    assertThat(lastStep("M-1"))
        .extracting(step -> step.state().word(), Step::reasons)
        .containsExactly("refused", List.of("C:withdrawn"));
  }

  @Test
  void a_fault_of_ours_stops_the_delivery_and_not_its_lane() {
    OnTurn next = world.nextDelivery();
    world.ledger.stopped(next.turn(), next.outgoing(), new Stop.Fault("NO_SUCH_DOCUMENT"));
    assertThat(world.text("select kind || ' ' || code from attention"))
        .isEqualTo("fault NO_SUCH_DOCUMENT");
    assertThat(world.count("lane where due is not null")).isZero();
  }

  @Test
  void what_the_form_has_no_place_for_is_told_to_the_sender() {
    OnTurn next = world.nextDelivery();
    Opening opening = world.opening(next.outgoing());
    AttemptKey attempt =
        world.ledger.open(
            next.turn(),
            new Opening(
                opening.delivery(),
                opening.knowledgeVersion(),
                opening.tablesRevision(),
                Optional.empty(),
                Set.of(S1),
                Set.of(S2),
                Optional.empty(),
                Set.of(),
                opening.toSend()));
    world.ledger.closed(next.turn(), attempt, new SendOutcome.Delivered(false), Duration.ZERO);
    assertThat(
            world
                .ledger
                .state(CHILDRENS_SERVICES, new MessageId("M-1"))
                .orElseThrow()
                .recipients()
                .getFirst()
                .parts())
        .extracting(part -> part.segment() + " " + part.where() + " " + part.rule())
        .containsExactly("s1 goes L:CA2004_16LA", "s2 out not_carried");
  }

  @Test
  void try_now_ends_a_back_off() {
    Outgoing outgoing = world.deliver(new SendOutcome.Failed("CONNECTION_REFUSED"));
    world.deliveries.tryNow(outgoing.key().value());
    assertThat(world.nextDelivery().outgoing().key()).isEqualTo(outgoing.key());
  }

  private Decisions decisions(Outgoing outgoing) {
    return new Decisions(outgoing.message(), outgoing.recipient(), world.now.get())
        .tables(outgoing.knowledge().activeTables());
  }

  private List<String> states(String id) {
    return world
        .ledger
        .state(CHILDRENS_SERVICES, new MessageId(id))
        .orElseThrow()
        .recipients()
        .getFirst()
        .steps()
        .stream()
        .map(step -> step.state().word())
        .toList();
  }

  private Step lastStep(String id) {
    return world
        .ledger
        .state(CHILDRENS_SERVICES, new MessageId(id))
        .orElseThrow()
        .recipients()
        .getFirst()
        .steps()
        .getLast();
  }

  private UUID heldPart() {
    return world
        .database
        .sql("select id from held_part where state = 'waiting'")
        .query(UUID.class)
        .single();
  }

  private UUID heldPart(String segment) {
    return world
        .database
        .sql("select id from held_part where state = 'waiting' and segment = ?")
        .param(segment)
        .query(UUID.class)
        .single();
  }
}
