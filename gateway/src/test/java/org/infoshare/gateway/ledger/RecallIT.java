package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.TREATMENT;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.ConsentState;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonType;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.AttemptKey;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.DeliveryKey;
import org.infoshare.routes.road.FactsMoved;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.Opening;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RecipientDecision;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Turn;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecallIT {

  private static final String WITHDRAWN_AT = "2026-11-24T08:00:00Z";
  private static final SegmentId S1 = new SegmentId("s1");
  private static final SegmentId S2 = new SegmentId("s2");

  @AutoClose private TestLedger world;
  private Open open;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void a_withdrawal_has_what_was_sent_decided_again() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    withdraw();
    assertThat(world.ledger.undecided(sent).sent()).isEqualTo(Map.of(TREATMENT, Set.of(S1, S2)));
    assertThat(toDecide()).contains(sent.value());
  }

  @Test
  void a_consent_that_is_given_has_nothing_recalled() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    world.accept(about("M-2").consent(Invented.given(P1, WITHDRAWN_AT)));
    assertThat(toDecide()).doesNotContain(sent.value());
  }

  @Test
  void what_may_have_arrived_counts_as_sent_and_what_surely_did_not_does_not() {
    MessageKey unknown = sent(new SendOutcome.Unknown("TIMEOUT"));
    assertThat(world.ledger.undecided(unknown).sent()).containsKey(TREATMENT);
    world.accept(about("M-5").inCase("FAM-5"));
    MessageKey failed = world.decide(world::everything);
    world.deliver(new SendOutcome.Failed("NO_CONNECTION"));
    assertThat(world.ledger.undecided(failed).sent().getOrDefault(TREATMENT, Set.of())).isEmpty();
  }

  @Test
  void a_recall_is_a_delivery_of_its_own_that_carries_nothing_and_names_what_its_recipient_knows() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    String received = world.text("select outgoing_id from delivery");
    recall(sent, S2);
    Outgoing outgoing = world.nextDelivery().outgoing();
    assertThat(outgoing.id()).isNotEqualTo(new MessageId(received));
    assertThat(outgoing.recall())
        .hasValueSatisfying(
            recall -> assertThat(recall.message()).isEqualTo(new MessageId(received)));
    assertThat(outgoing.segments()).containsExactly(S2);
    assertThat(outgoing.knowledge().recalledFrom()).containsExactly(TREATMENT);
    assertThat(world.text("select deadline_at::text from delivery where recalls is not null"))
        .as("when it is owed by")
        .isEqualTo(world.text("select due_at::text from obligation where code = 'O7'"));
    assertThat(world.count("evidence where what = 'recalled'")).isEqualTo(1);
    assertThat(world.count("held_part")).as("nothing to release").isZero();
    assertThat(world.count("obligation where code <> 'O7'")).as("and no clock for it").isZero();
  }

  @Test
  void from_the_record_of_what_went_its_recall_is_found_and_what_is_owed_for_it() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    recall(sent, S2);
    String record = " from decision_record r cross join jsonb_array_elements(r.%s) e where r.message_id = '" + sent
        + "' and r.outcome = 'PERMIT' and r.changed = '{}'";
    assertThat(
            world.text(
                "select string_agg(case when e ->> 'recalls' is null then 'sent' else 'recall' end, ', ' order by e ->> 'recalls' nulls first)"
                    + record.formatted("deliveries_so_far")))
        .isEqualTo("sent, recall");
    assertThat(world.text("select (e ->> 'code') || ' ' || (e ->> 'state')" + record.formatted("obligations_so_far")))
        .isEqualTo("O7 open");
  }

  @Test
  void what_is_recalled_is_recalled_once_and_may_go_again_when_it_is_allowed_again() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    recall(sent, S2);
    world.deliver(new SendOutcome.Delivered(false));
    assertThat(world.ledger.undecided(sent).sent()).isEqualTo(Map.of(TREATMENT, Set.of(S1)));
    assertThat(world.ledger.undecided(sent).queued()).isEqualTo(Map.of(TREATMENT, Set.of(S1)));
    withdraw("M-6", "2026-11-24T08:30:00Z");
    while (!toDecide().isEmpty()) {
      letGo();
      world.decide(world::everything);
    }
    assertThat(
            world.text(
                "select string_agg(array_to_string(segments, ',') || ' ' || state, ' | ' order by"
                    + " queued_at, state) from delivery where recalls is null and message_id = '"
                    + sent
                    + "'"))
        .isEqualTo("s1,s2 delivered | s2 queued");
  }

  @Test
  void a_confirmation_settles_what_is_owed() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    recall(sent, S2);
    Outgoing recall = world.deliver(new SendOutcome.Delivered(false));
    assertThat(world.text("select state from obligation where code = 'O7'")).isEqualTo("open");
    assertThat(world.ledger.accept(Invented.confirmation("C-1", recall.id().value())))
        .isInstanceOf(Acceptance.Taken.class);
    assertThat(
            world.text("select state || ' ' || met_by from obligation where code = 'O7'"))
        .isEqualTo("met cgl");
    assertThat(world.text("select state from delivery where recalls is not null"))
        .isEqualTo("answered");
    assertThat(world.text("select state from delivery where recalls is null"))
        .isEqualTo("delivered");
  }

  @Test
  void only_a_confirmation_answers_a_recall_and_it_answers_nothing_else() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    String received = world.text("select outgoing_id from delivery");
    recall(sent, S2);
    Outgoing recall = world.deliver(new SendOutcome.Delivered(false));
    assertThat(world.ledger.accept(Invented.confirmation("C-1", received)))
        .isInstanceOf(Acceptance.AnswersNothing.class);
    assertThat(
            world.ledger.accept(
                referral("C-2").from(CGL).answering(recall.id().value()).intake()))
        .isInstanceOf(Acceptance.AnswersNothing.class);
    assertThat(world.text("select state from obligation where code = 'O7'")).isEqualTo("open");
  }

  @Test
  void a_recall_of_what_surely_never_arrived_is_withdrawn() {
    MessageKey sent = opened();
    var attempt = open;
    recall(sent, S2);
    assertThat(told("M-1")).contains("s2 out recalled");
    close(attempt, new SendOutcome.Failed("NO_CONNECTION"));
    assertThat(recalls()).isEqualTo("stopped NEVER_ARRIVED {}");
    assertThat(world.text("select state from obligation where code = 'O7'")).isEqualTo("void");
    assertThat(world.count("evidence where what = 'recall withdrawn'")).isEqualTo(1);
    assertThat(world.knowledge(sent).recalledFrom()).isEmpty();
    assertThat(told("M-1")).contains("s2 held C:withdrawn").doesNotContain("s2 out recalled");
    letGo();
    world.endBackOffs();
    Outgoing again = world.nextDelivery().outgoing();
    assertThat(again.recall()).as("the request itself is tried again").isEmpty();
  }

  @Test
  void what_its_recipient_has_answered_did_arrive_and_its_recall_is_owed() {
    MessageKey sent = opened();
    String received = world.text("select outgoing_id from delivery");
    recall(sent, S2);
    answer("A-1", received);
    close(open, new SendOutcome.Failed("HTTP_503"));
    assertThat(recalls()).isEqualTo("queued - {s2}");
    assertThat(world.text("select state from obligation where code = 'O7'")).isEqualTo("open");
  }

  @Test
  void an_answer_to_what_had_failed_by_every_call_has_it_decided_again() {
    MessageKey sent = sent(new SendOutcome.Failed("HTTP_503"));
    withdraw();
    letGo();
    while (!toDecide().isEmpty()) {
      world.decide(undecided -> world.decisions(undecided).held("s2", "C:withdrawn").made());
      letGo();
    }
    assertThat(world.ledger.undecided(sent).sent().getOrDefault(TREATMENT, Set.of())).isEmpty();
    answer("A-1", world.text("select outgoing_id from delivery where message_id = '" + sent + "'"));
    assertThat(world.ledger.undecided(sent).sent()).isEqualTo(Map.of(TREATMENT, Set.of(S1, S2)));
    assertThat(toDecide()).contains(sent.value());
  }

  @Test
  void an_answer_to_what_was_delivered_has_nothing_decided_again() {
    MessageKey sent = sent(new SendOutcome.Delivered(false));
    answer("A-1", world.text("select outgoing_id from delivery"));
    assertThat(toDecide()).doesNotContain(sent.value());
  }

  private void answer(String id, String outgoing) {
    world.accept(referral(id).from(CGL).to(Invented.SOCIAL_WORK).answering(outgoing));
  }

  @Test
  void so_is_one_of_what_its_recipient_refused() {
    MessageKey sent = opened();
    var attempt = open;
    recall(sent, S2);
    close(attempt, new SendOutcome.Refused("NOT_OURS"));
    assertThat(recalls()).isEqualTo("stopped NEVER_ARRIVED {}");
    letGo();
    var next = world.take(WorkKind.DELIVER);
    assertThat(world.ledger.outgoing(new DeliveryKey(next.ref()))).as("nothing to send").isEmpty();
  }

  @Test
  void what_may_have_arrived_by_an_earlier_attempt_stays_recalled_and_the_rest_does_not() {
    world.accept(about("M-1"));
    MessageKey sent = world.decide(world::everything);
    var first = world.nextDelivery();
    open = new Open(first.turn(), world.ledger.open(first.turn(), carrying(first, S1)));
    close(open, new SendOutcome.Unknown("TIME_OUT"));
    world.endBackOffs();
    var second = world.nextDelivery();
    open = new Open(second.turn(), world.ledger.open(second.turn(), carrying(second, S1, S2)));
    var attempt = open;
    recall(sent, S1, S2);
    close(attempt, new SendOutcome.Failed("NO_CONNECTION"));
    assertThat(recalls()).isEqualTo("queued - {s1}");
    assertThat(world.text("select state from obligation where code = 'O7'")).isEqualTo("open");
    assertThat(world.knowledge(sent).recalledFrom()).containsExactly(TREATMENT);
  }

  @Test
  void what_was_refused_after_an_attempt_that_may_have_arrived_stays_recalled() {
    world.accept(about("M-1"));
    MessageKey sent = world.decide(world::everything);
    world.deliver(new SendOutcome.Unknown("TIME_OUT"));
    world.endBackOffs();
    var second = world.nextDelivery();
    open =
        new Open(second.turn(), world.ledger.open(second.turn(), world.opening(second.outgoing())));
    var attempt = open;
    recall(sent, S2);
    close(attempt, new SendOutcome.Refused("ID_USED_BEFORE"));
    assertThat(recalls()).isEqualTo("queued - {s2}");
    assertThat(world.text("select state from obligation where code = 'O7'")).isEqualTo("open");
  }

  @Test
  void what_was_refused_after_an_attempt_that_may_have_arrived_counts_as_sent() {
    world.accept(about("M-1"));
    MessageKey sent = world.decide(world::everything);
    world.deliver(new SendOutcome.Unknown("TIME_OUT"));
    world.endBackOffs();
    world.deliver(new SendOutcome.Refused("ID_USED_BEFORE"));
    assertThat(world.ledger.undecided(sent).sent()).isEqualTo(Map.of(TREATMENT, Set.of(S1, S2)));
    recall(sent, S2);
    assertThat(recalls()).isEqualTo("queued - {s2}");
  }

  @Test
  void an_attempt_that_fails_while_a_recall_is_decided_has_it_decided_again() {
    MessageKey sent = opened();
    withdraw();
    letGo(WorkKind.DECIDE);
    while (true) {
      var taken = world.take(WorkKind.DECIDE);
      var undecided = world.ledger.undecided(new MessageKey(taken.ref()));
      if (taken.ref().equals(sent.value())) {
        assertThat(undecided.sent()).isEqualTo(Map.of(TREATMENT, Set.of(S1, S2)));
        close(open, new SendOutcome.Failed("NO_CONNECTION"));
        assertThatThrownBy(
                () ->
                    world.ledger.decided(
                        taken.turn(),
                        new Decided(
                            undecided.key(),
                            undecided.knowledge().version(),
                            List.of(recalling(world.decisions(undecided).held("s2", "C:withdrawn"))),
                            Map.of(TREATMENT, Set.of(S2)))))
            .isInstanceOf(FactsMoved.class);
        assertThat(world.ledger.undecided(sent).sent().getOrDefault(TREATMENT, Set.of()))
            .isEmpty();
        assertThat(world.count("delivery where recalls is not null")).isZero();
        return;
      }
      world.ledger.decided(
          taken.turn(),
          new Decided(undecided.key(), undecided.knowledge().version(), List.of(), Map.of()));
      letGo(WorkKind.DECIDE);
    }
  }

  private record Open(Turn turn, AttemptKey attempt) {}

  /** A message of which an attempt is open. */
  private MessageKey opened() {
    world.accept(about("M-1"));
    MessageKey key = world.decide(world::everything);
    var next = world.nextDelivery();
    open = new Open(next.turn(), world.ledger.open(next.turn(), world.opening(next.outgoing())));
    return key;
  }

  private void close(Open attempt, SendOutcome outcome) {
    world
        .database
        .sql("update lane set owner = 'test' where lane = ?")
        .param(attempt.turn().lane())
        .update();
    world.ledger.closed(attempt.turn(), attempt.attempt(), outcome, Duration.ofMinutes(1));
  }

  private Opening carrying(TestLedger.OnTurn next, SegmentId... parts) {
    Opening whole = world.opening(next.outgoing());
    return new Opening(
        whole.delivery(),
        whole.knowledgeVersion(),
        whole.tablesRevision(),
        whole.again(),
        Set.of(parts),
        whole.notCarried(),
        whole.keptBack(),
        Set.of(),
        whole.toSend());
  }

  private String recalls() {
    return world.text(
        "select state || ' ' || coalesce(stop_code, '-') || ' ' || segments::text from delivery"
            + " where recalls is not null");
  }

  private List<String> told(String message) {
    return world
        .ledger
        .state(Invented.CHILDRENS_SERVICES, new MessageId(message))
        .orElseThrow()
        .recipients()
        .getFirst()
        .parts()
        .stream()
        .map(part -> part.segment() + " " + part.where() + " " + part.rule())
        .toList();
  }

  private static Invented about(String id) {
    return referral(id).person(P1, PersonType.PARENT, false, nhs("9990000018"));
  }

  private MessageKey sent(SendOutcome outcome) {
    world.accept(about("M-1"));
    MessageKey key = world.decide(world::everything);
    world.deliver(outcome);
    return key;
  }

  private void withdraw() {
    withdraw("M-2", WITHDRAWN_AT);
  }

  private void withdraw(String id, String at) {
    world.accept(
        about(id)
            .inCase("FAM-" + id)
            .to()
            .consent(Invented.consent(P1, ConsentState.WITHDRAWN, at)));
    letGo();
  }

  /** Somebody withdraws, and the policy finds that these would not go now. */
  private void recall(MessageKey sent, SegmentId... segments) {
    withdraw();
    while (true) {
      letGo();
      var taken = world.take(WorkKind.DECIDE);
      var undecided = world.ledger.undecided(new MessageKey(taken.ref()));
      boolean other = !taken.ref().equals(sent.value());
      var decisions = world.decisions(undecided);
      for (SegmentId segment : segments) {
        decisions.held(segment.value(), "C:withdrawn");
      }
      world.ledger.decided(
          taken.turn(),
          new Decided(
              undecided.key(),
              undecided.knowledge().version(),
              other ? List.of() : List.of(recalling(decisions)),
              other ? Map.of() : Map.of(TREATMENT, Set.of(segments))));
      if (!other) {
        letGo();
        return;
      }
    }
  }

  private static RecipientDecision recalling(Decisions decisions) {
    return decisions
        .owes(ObligationCode.O7, "4h", false)
        .owes(ObligationCode.H1D, "1wd", false)
        .made();
  }

  private void letGo(WorkKind kind) {
    world
        .database
        .sql("update lane set owner = null where lane like ?")
        .param(kind.name().toLowerCase() + "/%")
        .update();
  }

  /** An engine has come to the end of its turns on all lanes. */
  private void letGo() {
    world.database.sql("update lane set owner = null where owner is not null").update();
  }

  private List<UUID> toDecide() {
    return world
        .database
        .sql("select ref from lane_row where kind = ?")
        .param(WorkKind.DECIDE.name())
        .query(UUID.class)
        .list();
  }
}
