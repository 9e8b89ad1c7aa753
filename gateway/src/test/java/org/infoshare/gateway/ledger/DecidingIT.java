package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.infoshare.gateway.ledger.Invented.CHILDRENS_SERVICES;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.RIVERSIDE;
import static org.infoshare.gateway.ledger.Invented.TREATMENT;
import static org.infoshare.gateway.ledger.Invented.mosaic;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.Deliveries.Met;
import org.infoshare.gateway.ledger.HeldParts.Released;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.Authority;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Informing;
import org.infoshare.model.LinkKind;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonType;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.FactsMoved;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.TurnLost;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingIT {

  private static final Signatory DOT = new Signatory("dot.duty", "Dot Duty", "duty");

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void what_goes_is_queued_and_what_is_held_waits_for_a_person() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .held("s2", "U1")
                .owes(ObligationCode.H1D, "1wd", false)
                .made());
    assertThat(world.nextDelivery().outgoing().segments()).containsExactly(new SegmentId("s1"));
    assertThat(
            world.text(
                "select segment || ' ' || rule || ' ' || state || ' ' || category from held_part"))
        .isEqualTo("s2 U1 waiting substance_clinical");
    // Tuesday 24 November; the close of the next working day.
    assertThat(world.text("select (due_at at time zone 'UTC')::text from held_part"))
        .isEqualTo("2026-11-25 17:00:00");
  }

  @Test
  void the_record_says_what_to_whom_why_and_by_what() {
    world.revisions.firstRevision(
        json("{\"need\": {}}"), json("{\"cgl\": {\"reference\": \"ISA-TEST-1\"}}"));
    MessageKey key = world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).out("s2", "N1").made());
    assertThat(
            world.text(
                "select message_id || ' ' || outcome || ' ' || recipient_agency || ' ' || purpose"
                    + " || ' ' || phase from decision"))
        .isEqualTo(key + " PERMIT cgl TREATMENT_REFERRAL intake");
    assertThat(world.text("select parts -> 1 ->> 'rule' from decision")).isEqualTo("N1");
    assertThat(world.text("select parts -> 0 -> 'basis' ->> 'art6' from decision"))
        .isEqualTo("6(1)(c)");
    assertThat(world.text("select length(parts -> 0 ->> 'mac') > 32 from decision")).isEqualTo("t");
    assertThat(
            world.text(
                "select agreement ->> 'reference' || ' ' || (agreement ->> 'state') from decision"))
        .isEqualTo("ISA-TEST-1 in_force");
    assertThat(
            world.text(
                "select kernel_revision || ' ' || engine_version || ' ' || input_hash || ' ' ||"
                    + " snapshot_key || ' ' || retain_until from decision"))
        .isEqualTo("kernel-1 engine 1 hash-1 snapshot/2026 2033-12-31");
    assertThat(
            world.text(
                "select tables_revision = (select revision from policy_active) from decision"))
        .isEqualTo("t");
    assertThat(world.text("select array_to_string(rules, ',') from decision"))
        .isEqualTo("L:CA2004_16LA,N1");
  }

  @Test
  void the_record_names_who_sent_the_policy_document_the_evidence_of_consents_and_what_is_owed() {
    world.revisions.firstRevision(
        json("{\"need\": {}}"),
        json(
            "{\"cgl\": {\"reference\": \"ISA-TEST-1\"}, \"childrens-services\":"
                + " {\"policy_document\": \"APD-TEST-1\"}}"));
    MessageKey key = world.accept(referral("M-1").consent(agreed()));
    world.decide(
        undecided ->
            world.decisions(undecided).owes(ObligationCode.O6, "before_sending", true).made());
    assertThat(
            world.text(
                "select sender_agency || ' ' || sender_function || ' ' || sender_role || ' ' ||"
                    + " policy_document || ' ' || recipient_verified_by from decision"))
        .isEqualTo(
            "childrens-services csc_social_work social_worker APD-TEST-1 ISA-TEST-1");
    assertThat(
            world.text(
                "select (e ->> 'id' = c.id::text)::text || ' ' || (e ->> 'subject') || ' ' || (e ->>"
                    + " 'state') || ' ' || (e ->> 'circumstances') || ' ' || (e ->> 'message') from"
                    + " decision, jsonb_array_elements(consent_evidence) e, consent c"))
        .isEqualTo("true p1 given alone " + key);
    assertThat(world.text("select obligations -> 0 ->> 'code' from decision")).isEqualTo("O6");
  }

  @Test
  void what_came_of_a_decision_is_found_from_its_record() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world.decisions(undecided).owes(ObligationCode.O6, "before_sending", true).made());
    assertThat(world.text("select obligations_so_far -> 0 ->> 'state' from decision_record"))
        .isEqualTo("open");
    world.deliveries.meet(obligation("O6"), DOT, "weighed against the harm");
    world.deliver(new SendOutcome.Delivered(false));
    assertThat(
            world.text(
                "select (o ->> 'state') || ' ' || (o ->> 'met_by') from"
                    + " decision_record, jsonb_array_elements(obligations_so_far) o"))
        .isEqualTo("met Dot Duty");
    UUID decision = world.database.sql("select id from decision").query(UUID.class).single();
    assertThat(world.endings.of(decision))
        .singleElement()
        .satisfies(
            ending -> {
              assertThat(ending.code()).isEqualTo("O6");
              assertThat(ending.words()).containsExactly("weighed against the harm");
            });
    assertThat(
            world.text(
                "select (d ->> 'state') || ' ' || (d -> 'attempts' -> 0 ->> 'outcome') from"
                    + " decision_record, jsonb_array_elements(deliveries_so_far) d"))
        .isEqualTo("delivered delivered");
    assertThat(world.text("select retention_basis from decision_record")).startsWith("family support");
  }

  @Test
  void a_decision_not_to_share_leaves_the_same_record_and_sends_nothing() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).out("s1", "N1").out("s2", "N1").made());
    assertThat(world.count("decision")).isEqualTo(1);
    assertThat(world.count("delivery")).isZero();
    assertThat(world.count("lane_row")).isZero();
  }

  @Test
  void obligations_are_due_by_the_clock_by_working_days_or_by_an_event() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .owes(ObligationCode.O1, "4h", false)
                .owes(ObligationCode.O3, "5wd", false)
                .owes(ObligationCode.O8, "with_message", false)
                .made());
    assertThat(
            world.text(
                "select (due_at at time zone 'UTC')::text from obligation where code = 'O1'"))
        .isEqualTo("2026-11-24 13:00:00");
    assertThat(
            world.text(
                "select (due_at at time zone 'UTC')::text from obligation where code = 'O3'"))
        .isEqualTo("2026-12-01 17:00:00");
    assertThat(
            world.text(
                "select due_event || coalesce(due_at::text, '') from obligation where code = 'O8'"))
        .isEqualTo("with_message");
  }

  @Test
  void nobody_owes_to_tell_a_person_any_longer_once_some_agency_says_that_it_is_not_safe() {
    world.accept(referral("M-1").person(P1, PersonType.PARENT, false, nhs("9990000018")));
    world.decide(undecided -> world.decisions(undecided).owes(ObligationCode.O3, "5wd", false).made());
    world.accept(
        referral("M-2").inCase("FAM-2").person(P1, PersonType.PARENT, false, nhs("9990000034")));
    world.decide(undecided -> world.decisions(undecided).owes(ObligationCode.O3, "5wd", false).made());
    assertThat(owesToTell()).containsExactly("M-1 open", "M-2 open");
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs("9990000018"))
            .informing(P1, Informing.State.UNSAFE));
    assertThat(owesToTell()).containsExactly("M-1 void", "M-2 open");
  }

  private List<String> owesToTell() {
    return world
        .database
        .sql(
            "select m.sender_message_id || ' ' || o.state from obligation o join message m on m.id ="
                + " o.message_id where o.code = 'O3' order by 1")
        .query(String.class)
        .list();
  }

  @Test
  void what_must_happen_before_sending_keeps_the_delivery_waiting_until_it_is_met() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .owes(ObligationCode.O11, "before_sending", true)
                .owes(ObligationCode.O25, "before_sending", true)
                .made());
    assertThat(world.text("select state from delivery")).isEqualTo("before_sending");
    assertThat(world.waiting(WorkKind.DELIVER)).isEmpty();
    assertThat(world.deliveries.meet(obligation("O11"), DOT, "rang the team")).isEqualTo(Met.MET);
    assertThat(world.waiting(WorkKind.DELIVER)).isEmpty();
    assertThat(world.deliveries.meet(obligation("O25"), DOT, "decision attached"))
        .isEqualTo(Met.MET);
    assertThat(world.waiting(WorkKind.DELIVER)).hasSize(1);
    assertThat(world.deliveries.meet(obligation("O25"), DOT, "again")).isEqualTo(Met.NOT_OPEN);
  }

  @Test
  void at_immediate_risk_reason_and_call_keep_nothing_waiting() {
    world.accept(referral("M-1").immediate());
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .owes(ObligationCode.O6, "1h", true)
                .owes(ObligationCode.O11, "before_sending", true)
                .made());
    assertThat(world.text("select state from delivery")).isEqualTo("queued");
  }

  @Test
  void a_decision_on_facts_that_moved_is_not_recorded() {
    world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    var taken = world.take(WorkKind.DECIDE);
    var undecided = world.ledger.undecided(new MessageKey(taken.ref()));
    world.accept(
        referral("R-1")
            .from(Invented.RIVERSIDE)
            .inCase("OTHER")
            .person(P1, PersonType.VICTIM, true, mosaic("77")));
    var stale =
        new Decided(
            undecided.key(),
            undecided.knowledge().version(),
            List.of(world.everything(undecided)),
            Map.of());
    assertThatThrownBy(() -> world.ledger.decided(taken.turn(), stale))
        .isInstanceOf(FactsMoved.class);
    assertThat(world.count("decision")).isZero();
    assertThat(world.count("delivery")).isZero();
    var now = world.ledger.undecided(undecided.key());
    assertThat(now.knowledge().family().persons().getFirst().locationProtected()).isTrue();
    world.ledger.decided(
        taken.turn(),
        new Decided(
            now.key(), now.knowledge().version(), List.of(world.everything(now)), Map.of()));
    assertThat(world.count("decision")).isEqualTo(1);
  }

  @Test
  void what_was_told_before_moves_no_facts() {
    var told =
        referral("M-1")
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .link(new LinkStatement(Invented.CGL, P1, Optional.of(LinkKind.TREATS)));
    MessageKey key = world.accept(told);
    long version = world.knowledge(key).version();
    world.accept(
        referral("M-2")
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .link(new LinkStatement(Invented.CGL, P1, Optional.of(LinkKind.TREATS))));
    assertThat(world.knowledge(key).version()).isEqualTo(version);
  }

  @Test
  void a_lane_that_was_taken_over_records_nothing() {
    world.accept(referral("M-1"));
    var taken = world.take(WorkKind.DECIDE);
    var undecided = world.ledger.undecided(new MessageKey(taken.ref()));
    world.database.sql("update lane set epoch = epoch + 1").update();
    var decided =
        new Decided(
            undecided.key(),
            undecided.knowledge().version(),
            List.of(world.everything(undecided)),
            Map.of());
    assertThatThrownBy(() -> world.ledger.decided(taken.turn(), decided))
        .isInstanceOf(TurnLost.class);
    assertThat(world.count("decision")).isZero();
    assertThat(world.count("lane_row where kind = 'DELIVER'")).isZero();
  }

  @Test
  void what_nobody_can_decide_stays_at_the_head_of_its_lane_and_is_seen() {
    world.accept(referral("M-1"));
    var taken = world.take(WorkKind.DECIDE);
    world.ledger.undecidable(
        taken.turn(), new MessageKey(taken.ref()), "POLICY_UNAVAILABLE", Duration.ofMinutes(1));
    assertThat(world.text("select undecided_code from message")).isEqualTo("POLICY_UNAVAILABLE");
    assertThat(world.text("select last_error || ' ' || failures from lane"))
        .isEqualTo("POLICY_UNAVAILABLE 1");
    assertThat(world.waiting(WorkKind.DECIDE)).hasSize(1);
    world.endBackOffs();
    world.decide(world::everything);
    assertThat(world.count("message where undecided_code is null and decided_at is not null"))
        .isEqualTo(1);
  }

  @Test
  void a_message_decided_again_queues_only_what_is_not_on_its_way() {
    world.accept(referral("M-1"));
    MessageKey key = world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    world.heldParts.release(
        heldPart(),
        new ReleaseByPerson(
            "Dot Duty", "duty", "needed for the visit"));
    var knowledge = world.knowledge(key);
    assertThat(knowledge.releases())
        .singleElement()
        .satisfies(
            release -> {
              assertThat(release.segment()).isEqualTo(new SegmentId("s2"));
              assertThat(release.rule()).isEqualTo("U1");
              assertThat(release.by()).isEqualTo("Dot Duty");
              assertThat(release.reason()).isEqualTo("needed for the visit");
            });
    assertThat(world.ledger.undecided(key).queued())
        .containsEntry(TREATMENT, Set.of(new SegmentId("s1")));
    world.decide(world::everything);
    assertThat(
            world.text(
                "select string_agg(array_to_string(segments, ','), ' | ' order by queued_at,"
                    + " segments) from delivery"))
        .isEqualTo("s1 | s2");
    assertThat(world.count("held_part where state = 'waiting'")).isZero();
    assertThat(world.waiting(WorkKind.DELIVER))
        .hasSize(2)
        .allMatch(lane -> lane.equals(world.waiting(WorkKind.DELIVER).getFirst()));
  }

  @Test
  void parts_that_are_released_together_go_together() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s1", "U1").held("s2", "U1").made());

    var come =
        world.heldParts.release(
            Set.of(heldPart("s1"), heldPart("s2")),
            new ReleaseByPerson("Dot Duty", "duty", "both are needed"));

    assertThat(come.values()).containsOnly(Released.RELEASED).hasSize(2);
    assertThat(world.waiting(WorkKind.DECIDE)).hasSize(1);
    world.decide(world::everything);
    assertThat(world.text("select array_to_string(segments, ',') from delivery"))
        .isEqualTo("s1,s2");
    assertThat(world.waiting(WorkKind.DECIDE)).isEmpty();
  }

  @Test
  void of_parts_that_are_released_together_none_is_if_one_waits_no_more() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s1", "U1").held("s2", "U1").made());
    Set<UUID> both = Set.of(heldPart("s1"), heldPart("s2"));
    world.heldParts.refuse(Set.of(heldPart("s2")), "Sam Duty", "duty", "not needed");

    assertThatThrownBy(
            () ->
                world.heldParts.release(
                    both, new ReleaseByPerson("Dot Duty", "duty", "both are needed")))
        .isInstanceOf(NotHeld.class);

    assertThat(world.text("select state from held_part where segment = 's1'"))
        .isEqualTo("waiting");
    assertThat(world.count("release where not refused")).isZero();
  }

  @Test
  void parts_of_two_messages_are_not_released_together() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s1", "U1").made());
    world.accept(referral("M-2"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());

    assertThatThrownBy(
            () ->
                world.heldParts.release(
                    Set.of(heldPart("s1"), heldPart("s2")),
                    new ReleaseByPerson("Dot Duty", "duty", "both are needed")))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(world.count("held_part where state = 'waiting'")).isEqualTo(2);
  }

  @Test
  void what_a_person_refused_is_not_asked_about_again() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    UUID held = heldPart();
    world.heldParts.refuse(Set.of(held), "Dot Duty", "duty", "not needed");
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    assertThat(world.text("select string_agg(state, ',') from held_part")).isEqualTo("refused");
    assertThat(world.count("delivery")).isEqualTo(1);
    assertThatThrownBy(
            () ->
                world.heldParts.release(
                    held,
                    new ReleaseByPerson("A", "duty", "r")))
        .isInstanceOf(NotHeld.class);
  }

  @Test
  void a_part_that_a_later_decision_holds_no_more_waits_no_more() {
    world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    MessageKey key =
        world.decide(
            undecided ->
                world
                    .decisions(undecided)
                    .held("s2", "U1")
                    .held("s1", "S4")
                    .owes(ObligationCode.H1H, "1h", false)
                    .made());
    world.heldParts.refuse(Set.of(heldPart("s2")), "Dot Duty", "duty", "not needed");
    world.decide(world::everything);
    assertThat(
            world.text(
                "select string_agg(segment || ' ' || state, ', ' order by segment) from held_part"))
        .isEqualTo("s1 gone, s2 refused");
    assertThat(world.text("select state from obligation where code = 'H1h'")).isEqualTo("void");
    assertThat(world.ledger.state(CHILDRENS_SERVICES, new MessageId("M-1"))).isPresent();
    assertThat(world.ledger.undecided(key).queued()).containsKey(TREATMENT);
  }

  @Test
  void a_turn_without_work_is_ended_once() {
    world.accept(referral("M-1"));
    Turn turn = world.take(WorkKind.DECIDE).turn();
    world.ledger.nothingToDo(turn);
    assertThat(world.count("lane_row")).isZero();
    assertThatThrownBy(() -> world.ledger.nothingToDo(turn)).isInstanceOf(TurnLost.class);
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

  private UUID obligation(String code) {
    return world
        .database
        .sql("select id from obligation where code = ?")
        .param(code)
        .query(UUID.class)
        .single();
  }

  private static JsonNode json(String text) {
    return Rows.read(text, JsonNode.class);
  }

  private static Consent agreed() {
    return new Consent(
        P1,
        ConsentKind.CONFIDENTIALITY,
        ConsentState.GIVEN,
        P1,
        Authority.SELF,
        ConsentScope.EVERYTHING,
        TestLedger.START.minus(Duration.ofDays(9)),
        Optional.empty(),
        false,
        Circumstances.ALONE,
        Coercion.NONE);
  }
}
