package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.CHILDRENS_SERVICES;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.SOCIAL_WORK;
import static org.infoshare.gateway.ledger.Invented.mosaic;
import static org.infoshare.gateway.ledger.Invented.referral;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonType;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RefusedInput;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class AcceptingIT {

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void a_message_is_stored_and_queued_once() {
    MessageKey key =
        world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    assertThat(world.count("message")).isEqualTo(1);
    assertThat(world.waiting(WorkKind.DECIDE)).hasSize(1);
    assertThat(world.waiting(WorkKind.PAGE)).isEmpty();
    assertThat(world.take(WorkKind.DECIDE).ref()).isEqualTo(key.value());
  }

  @Test
  void the_same_message_again_has_the_first_outcome_and_nothing_happens_twice() {
    MessageKey first = world.accept(referral("M-1"));
    Instant later = TestLedger.START.plusSeconds(60);
    // An honest retry has another time of sending and other bytes.
    Acceptance again = world.ledger.accept(referral("M-1").at(later).intake());
    assertThat(again).isEqualTo(new Acceptance.Again(first, TestLedger.START));
    assertThat(world.count("message")).isEqualTo(1);
    assertThat(world.count("lane_row")).isEqualTo(1);
    assertThat(world.count("conflict")).isZero();
  }

  @Test
  void another_message_under_a_taken_id_is_a_conflict_of_which_both_are_kept() {
    MessageKey first = world.accept(referral("M-1"));
    var other = referral("M-1").inCase("FAM-2").history("Something else.");
    assertThat(world.ledger.accept(other.intake())).isEqualTo(new Acceptance.Conflict(first));
    assertThat(world.ledger.accept(other.intake())).isEqualTo(new Acceptance.Conflict(first));
    assertThat(world.count("conflict where first_message_id = '" + first + "'")).isEqualTo(1);
    assertThat(world.count("attention where kind = 'conflict' and state = 'open'")).isEqualTo(1);
    assertThat(world.count("family_case")).as("nothing of the second is half kept").isEqualTo(1);
    assertThat(world.count("lane_row")).isEqualTo(1);
  }

  @Test
  void a_risk_that_a_conflicting_message_claims_is_told_at_once_and_once() {
    MessageKey first = world.accept(referral("M-1"));
    var other = referral("M-1").immediate().history("Something else.");
    world.ledger.accept(other.intake());
    world.ledger.accept(other.intake());
    assertThat(
            world.text(
                "select e.message_id || ' ' || e.state from escalation e join conflict c on c.id ="
                    + " e.conflict_id"))
        .isEqualTo(first + " open");
    assertThat(world.waiting(WorkKind.PAGE)).hasSize(1);
    var page = world.pages.find(world.take(WorkKind.PAGE).ref()).orElseThrow();
    assertThat(page.refused()).isTrue();
    assertThat(world.waiting(WorkKind.DECIDE)).as("nothing of it travels").hasSize(1);
  }

  @Test
  void so_is_one_that_it_rates_red_and_any_other_only_waits_for_a_person() {
    world.accept(referral("M-1").immediate());
    world.ledger.accept(referral("M-1").history("Something else.").intake());
    assertThat(world.count("escalation")).as("of the first alone").isEqualTo(1);
    world.ledger.accept(referral("M-1").red().history("Something else again.").intake());
    assertThat(world.count("escalation where conflict_id is not null")).isEqualTo(1);
    assertThat(
            world.text(
                "select string_agg(rag || ' ' || immediate, ', ' order by rag) from conflict c"
                    + " join attention a on a.conflict_id = c.id and a.state = 'open'"))
        .as("each is looked at by itself")
        .isEqualTo("amber false, red false");
  }

  @Test
  void a_conflict_of_which_nobody_can_be_told_is_not_kept_either() {
    world.accept(referral("M-1"));
    var other = referral("M-1").immediate().history("Something else.");
    world.database.sql("alter table page rename to page_away").update();
    assertThatThrownBy(() -> world.ledger.accept(other.intake())).isNotNull();
    assertThat(world.count("conflict")).isZero();
    assertThat(world.count("attention")).isZero();
    world.database.sql("alter table page_away rename to page").update();
    assertThat(world.ledger.accept(other.intake())).isInstanceOf(Acceptance.Conflict.class);
    assertThat(world.count("page")).isEqualTo(1);
  }

  @Test
  void two_senders_may_use_the_same_id() {
    world.accept(referral("M-1"));
    world.accept(referral("M-1").from(CGL).to(SOCIAL_WORK));
    assertThat(world.count("message")).isEqualTo(2);
  }

  @Test
  void a_message_that_comes_eight_times_at_once_is_taken_once() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<Acceptance> accept =
          () ->
              world.ledger.accept(
                  referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")).intake());
      List<Acceptance> answers =
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> accept).toList()).stream()
              .map(future -> future.resultNow())
              .toList();
      assertThat(
              answers.stream()
                  .collect(Collectors.groupingBy(Object::getClass, Collectors.counting())))
          .containsEntry(Acceptance.Taken.class, 1L)
          .containsEntry(Acceptance.Again.class, 7L);
    }
    assertThat(world.count("lane_row")).isEqualTo(1);
  }

  @Test
  void the_order_of_a_case_is_counted_for_each_urgency_apart() {
    world.accept(referral("M-1"));
    world.accept(referral("M-2").red());
    world.accept(referral("M-3"));
    world.accept(referral("M-4").inCase("FAM-2"));
    assertThat(
            world.text(
                "select string_agg(sender_message_id || ' ' || order_no || case when urgent then '"
                    + " urgent' else '' end, ', ' order by sender_message_id) from message"))
        .isEqualTo("M-1 1, M-2 1 urgent, M-3 2, M-4 1");
  }

  @Test
  void an_urgent_message_has_a_lane_of_its_own() {
    world.accept(referral("M-1"));
    world.accept(referral("M-2").red());
    assertThat(world.waiting(WorkKind.DECIDE))
        .hasSize(2)
        .anyMatch(lane -> lane.endsWith("/urgent"));
  }

  @Test
  void a_claimed_immediate_risk_opens_an_escalation_and_its_first_page_with_the_message() {
    MessageKey key = world.accept(referral("M-1").immediate());
    assertThat(world.text("select message_id || ' ' || state from escalation"))
        .isEqualTo(key + " open");
    assertThat(world.waiting(WorkKind.PAGE)).hasSize(1);
    assertThat(world.text("select number || coalesce(address, ' to nobody yet') from page"))
        .isEqualTo("1 to nobody yet");
  }

  @Test
  void an_answer_belongs_to_the_case_and_speaks_of_the_persons_of_what_it_answers() {
    MessageKey asked =
        world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    world.decide(world::everything);
    Outgoing outgoing = world.deliver(new SendOutcome.Delivered(false));
    MessageKey answer =
        world.accept(
            referral("A-1")
                .from(CGL)
                .to(SOCIAL_WORK)
                .inCase("CGL-9")
                .answering(outgoing.id().value())
                .about(outgoing.refs().of(P1)));
    assertThat(world.text("select count(distinct case_id)::text from message")).isEqualTo("1");
    assertThat(world.text("select state from delivery")).isEqualTo("answered");
    assertThat(
            world.text(
                "select count(distinct person_id)::text from message_person where message_id in ('"
                    + asked
                    + "', '"
                    + answer
                    + "')"))
        .isEqualTo("1");
    assertThat(
            world
                .ledger
                .state(CHILDRENS_SERVICES, new MessageId("M-1"))
                .orElseThrow()
                .recipients()
                .getFirst()
                .steps())
        .extracting(step -> step.state().word())
        .containsExactly("accepted", "decided", "delivered", "answered");
  }

  @Test
  void an_answer_goes_back_under_the_senders_own_id() {
    world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    world.decide(world::everything);
    String outgoing = world.deliver(new SendOutcome.Delivered(false)).id().value();
    world.accept(referral("A-1").from(CGL).to(SOCIAL_WORK).answering(outgoing));
    world.decide(
        undecided -> new Decisions(undecided.message(), SOCIAL_WORK, world.now.get()).made());
    assertThat(world.nextDelivery().outgoing().inReplyTo())
        .map(id -> id.value())
        .isEqualTo(Optional.of("M-1"));
  }

  @Test
  void an_answer_to_what_this_agency_was_never_sent_is_not_kept() {
    world.accept(referral("M-1"));
    world.decide(world::everything);
    String outgoing = world.deliver(new SendOutcome.Delivered(false)).id().value();
    assertThat(
            world.ledger.accept(
                referral("A-1")
                    .from(Invented.RIVERSIDE)
                    .to(SOCIAL_WORK)
                    .answering(outgoing)
                    .intake()))
        .isEqualTo(new Acceptance.AnswersNothing());
    assertThat(
            world.ledger.accept(
                referral("A-2").from(CGL).to(SOCIAL_WORK).answering("never-sent").intake()))
        .isEqualTo(new Acceptance.AnswersNothing());
    assertThat(world.count("message")).isEqualTo(1);
  }

  @Test
  void what_is_refused_leaves_a_trace_without_content() {
    world.ledger.refused(
        new RefusedInput(Optional.of(CGL), new byte[] {1, 2}, 2, "SCHEMA", TestLedger.START));
    world.ledger.refused(
        new RefusedInput(Optional.empty(), new byte[] {3}, 1, "TOKEN_MISSING", TestLedger.START));
    assertThat(
            world.text(
                "select string_agg(coalesce(agency, 'nobody') || ' ' || code, ', ' order by code)"
                    + " from refused_input"))
        .isEqualTo("cgl SCHEMA, nobody TOKEN_MISSING");
  }

  @Test
  void the_trace_of_a_refusal_goes_when_it_was_kept_for_long_enough_however_many_there_are() {
    world
        .database
        .sql(
            "insert into refused_input (sha256, length, code, at) select '', 0, 'OLD', ? from"
                + " generate_series(1, 4500)")
        .param(Sql.at(TestLedger.START.minusSeconds(1)))
        .update();
    world.ledger.refused(
        new RefusedInput(Optional.of(CGL), new byte[] {1}, 1, "SCHEMA", TestLedger.START));
    var kept = Duration.ofDays(730);
    new OldRefusals(world.database, () -> TestLedger.START.plus(kept).minusSeconds(1), kept).run();
    assertThat(world.count("refused_input")).as("no day too early").isEqualTo(4501);

    new OldRefusals(world.database, () -> TestLedger.START.plus(kept), kept).run();

    assertThat(world.text("select string_agg(code, ', ') from refused_input")).isEqualTo("SCHEMA");
  }

  @Test
  void a_ledger_that_cannot_be_reached_says_so_and_keeps_nothing() {
    world.accept(referral("M-1"));
    try (HikariDataSource later = TestDatabase.beside(world.source, 1)) {
      world.source.close();
      assertThatThrownBy(() -> world.ledger.accept(referral("M-2").intake()))
          .isInstanceOf(LedgerUnavailable.class);
      assertThat(
              JdbcClient.create(later)
                  .sql("select sender_message_id from message")
                  .query(String.class)
                  .list())
          .containsExactly("M-1");
    }
  }
}
