package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.SOCIAL_WORK;
import static org.infoshare.gateway.ledger.Invented.given;
import static org.infoshare.gateway.ledger.Invented.mosaic;
import static org.infoshare.gateway.ledger.Invented.referral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.Phase;
import org.infoshare.gateway.ledger.Deliveries.Met;
import org.infoshare.gateway.ledger.PersonsHeard.Heard;
import org.infoshare.model.Informing;
import org.infoshare.model.PersonType;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policy.md A.6 asks of the record of a decision, where nothing else proves it. */
class WholeRecordIT {

  private static final Signatory GUS = new Signatory("gus.governance", "Gus Governance", "governance");
  private static final String TEAMS =
      """
      {"cgl": {"reference": "ISA-TEST-1", "teams": {"treatment": {"central": "Central hub", "west": "West hub"}}},
       "childrens-services": {"reference": "ISA-TEST-2", "teams": {"csc_social_work": {"central": "Central team", "east": "East team"}}}}
      """;

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) throws Exception {
    world = new TestLedger(folder);
    world.revisions.firstRevision(json("{\"need\": {}}"), json(TEAMS));
  }

  @Test
  void the_record_names_the_recipients_team_for_the_familys_area() {
    world.accept(referral("M-1").in("west"));
    world.decide(world::everything);
    assertThat(team()).isEqualTo("West hub, -");
  }

  @Test
  void where_the_directory_names_no_team_the_record_says_so_and_why() {
    world.accept(referral("M-1").in("east"));
    world.decide(world::everything);
    assertThat(team()).isEqualTo("-, no_team");
  }

  @Test
  void nobody_guesses_a_team_for_a_family_of_which_nobody_said_where_it_lives() {
    world.accept(referral("M-1").in());
    world.decide(world::everything);
    assertThat(team()).isEqualTo("-, no_area");
  }

  @Test
  void nobody_guesses_which_of_two_teams_it_is() {
    world.accept(referral("M-1").in("central", "west"));
    world.decide(world::everything);
    assertThat(team()).isEqualTo("-, several");
  }

  @Test
  void a_decision_that_the_policy_could_not_make_names_no_team() {
    world.accept(referral("M-1"));
    world.policyUnavailable();
    assertThat(team()).isEqualTo("-, not_looked_up");
  }

  @Test
  void an_answer_that_states_no_area_is_about_the_family_that_was_asked_about() {
    world.accept(referral("M-1").in("east"));
    world.decide(world::everything);
    String asked = world.deliver(new SendOutcome.Delivered(false)).id().value();
    world.accept(referral("A-1").from(CGL).answering(asked).to(SOCIAL_WORK).in());
    world.decide(
        undecided ->
            new Decisions(undecided.message(), SOCIAL_WORK, world.now.get())
                .tables(undecided.knowledge().activeTables())
                .made());
    assertThat(
            world.text(
                "select recipient_team from decision where recipient_agency = 'childrens-services'"))
        .isEqualTo("East team");
  }

  @Test
  void a_decision_not_to_share_names_team_explanation_and_who_was_told_as_any_other() {
    world.accept(referral("M-1").informing(P1, Informing.State.NOT_TOLD));
    world.decide(
        undecided ->
            world.decisions(undecided).outcome(Outcome.DENY).out("s1", "N1").out("s2", "N1").made());
    assertThat(team()).isEqualTo("Central hub, -");
    assertThat(
            world.text(
                "select (i ->> 'subject') || ' ' || (i ->> 'state') || ' ' || (i ->> 'stated_by') from decision,"
                    + " jsonb_array_elements(informed) i"))
        .isEqualTo("p1 not_told childrens-services");
    assertThat(world.text("select explanation_id from decision")).matches("[0-9a-f]{64}");
    assertThat(world.text("select consulted::text || dissent::text || changed::text from decision"))
        .isEqualTo("[][]{}");
  }

  @Test
  void other_texts_explain_a_decision_under_another_id() {
    world.accept(referral("M-1"));
    world.decide(world::everything);
    String before = world.text("select explanation_id from decision");
    world.accept(referral("M-2"));
    world.decide(
        undecided -> world.decisions(undecided).owes(ObligationCode.O6, "before_sending", true).made());
    assertThat(world.text("select explanation_id from decision where obligations <> '[]'"))
        .isNotEqualTo(before);
  }

  @Test
  void what_is_decided_again_is_known_to_be_and_what_had_changed_stands_in_the_record() {
    MessageKey key = world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    assertThat(world.ledger.undecided(key).decidedBefore()).isFalse();
    world.decide(undecided -> world.decisions(undecided).held("s2", "C:not_asked").made());
    assertThat(world.ledger.undecided(key).decidedBefore()).isTrue();

    world.accept(
        referral("M-2")
            .inCase("FAM-2")
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .consent(given(P1, "2026-11-24T08:00:00Z")));
    for (int messages = 0; messages < 2; messages++) {
      world.decide(
          undecided ->
              world
                  .decisions(undecided)
                  .phase(undecided.decidedBefore() ? Phase.REPLAY : Phase.INTAKE)
                  .made());
    }
    assertThat(
            world.text(
                "select array_to_string(changed, ',') from decision where message_id = '"
                    + key
                    + "' and phase = 'replay'"))
        .isEqualTo("consents");
  }

  @Test
  void what_the_policy_could_not_decide_is_no_decision_that_another_is_compared_with() {
    MessageKey key = world.accept(referral("M-1"));
    world.policyUnavailable();
    assertThat(world.ledger.undecided(key).decidedBefore()).isFalse();
    world.endBackOffs();
    world.decide(world::everything);
    assertThat(world.count("decision where changed = '{}'")).isEqualTo(2);
  }

  @Test
  void other_facts_and_a_clock_that_ran_out_stand_in_the_record_as_what_changed() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s1", "U1").held("s2", "U1").made());
    world.now.set(world.now.get().plus(Duration.ofDays(2)));
    world.heldParts.refuse(Set.of(part("s1")), "dot.duty", "duty", "not needed");
    world.decide(
        undecided ->
            world.decisions(undecided).phase(Phase.REPLAY).basis("hash-2").held("s2", "U1").made());
    assertThat(
            world.text("select array_to_string(changed, ',') from decision where phase = 'replay'"))
        .isEqualTo("clock,dissent");
    world.heldParts.release(part("s2"), new ReleaseByPerson("dot.duty", "duty", "needed"));
    world.decide(undecided -> world.decisions(undecided).phase(Phase.REPLAY).basis("hash-3").made());
    assertThat(world.count("decision where changed = '{facts}'")).isEqualTo(1);
  }

  @Test
  void the_second_of_two_persons_and_whom_they_consulted_stand_in_the_record_that_rests_on_them() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world.decisions(undecided).out("s1", "B.location").owes(ObligationCode.O19, "1wd", false).made());
    world.heldParts.release(
        part("s1"),
        new ReleaseByPerson(
            "dot.duty", "duty", "needed", AlsoSaid.of("Invented legal adviser: may go", " ", false)));
    world.heldParts.release(
        part("s1"),
        new ReleaseByPerson(
            "sam.duty", "duty", "agreed", AlsoSaid.of("", "Invented key worker: too early", false)));
    world.decide(world::everything);

    assertThat(
            world.text(
                "select string_agg((c ->> 'what') || ' ' || (c ->> 'by'), ', ' order by c ->> 'what') from"
                    + " decision, jsonb_array_elements(consulted) c where outcome = 'PERMIT'"))
        .isEqualTo("second_person sam.duty, stated dot.duty");
    assertThat(
            world.text(
                "select (c ->> 'what') || ' ' || (c ->> 'by') || ' ' || (c -> 'parts' ->> 0) from decision,"
                    + " jsonb_array_elements(dissent) c"))
        .isEqualTo("stated sam.duty s1");
    assertThat(world.text("select string_agg(d::text, '') from decision d"))
        .doesNotContain("legal adviser")
        .doesNotContain("key worker");
    assertThat(world.heard.of(newest()))
        .filteredOn(heard -> heard.what().equals("stated"))
        .extracting(Heard::dissent, Heard::by, heard -> heard.words().orElseThrow())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(false, "dot.duty", "Invented legal adviser: may go"),
            org.assertj.core.groups.Tuple.tuple(true, "sam.duty", "Invented key worker: too early"));
  }

  @Test
  void who_refused_a_part_stands_in_the_next_record_as_of_another_mind() {
    world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    world.heldParts.refuse(Set.of(part("s2")), "dot.duty", "duty", "not needed");
    world.decide(undecided -> world.decisions(undecided).held("s2", "U1").made());
    assertThat(
            world.text(
                "select (c ->> 'what') || ' ' || (c ->> 'by') || ' ' || (c ->> 'rule') from decision,"
                    + " jsonb_array_elements(dissent) c"))
        .isEqualTo("refused dot.duty U1");
  }

  @Test
  void a_review_and_what_its_reviewer_says_of_others_are_found_from_the_record() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world
                .decisions(undecided)
                .outcome(Outcome.PERMIT_OVERRIDE)
                .goes("s1", "override:X2")
                .owes(ObligationCode.O5, "2wd", false)
                .made());
    world.reviews.review(
        obligation("O5"), true, GUS, "rightly feared", AlsoSaid.of("Invented safeguarding lead", "", false));
    assertThat(
            world.text(
                "select string_agg((h ->> 'what') || ' ' || (h ->> 'kind'), ', ' order by h ->> 'what') from"
                    + " decision_record, jsonb_array_elements(heard_so_far) h"))
        .isEqualTo("review consulted, stated consulted");
  }

  @Test
  void advice_that_a_person_gave_stands_in_the_record_of_what_is_decided_after_it() {
    world.accept(referral("M-1"));
    world.decide(
        undecided ->
            world.decisions(undecided).held("s2", "HR").owes(ObligationCode.O13, "1wd", false).made());
    assertThat(world.deliveries.meet(obligation("O13"), GUS, "it may go")).isEqualTo(Met.MET);
    world.heldParts.release(part("s2"), new ReleaseByPerson("dot.duty", "duty", "as advised"));
    world.decide(world::everything);
    assertThat(
            world.text(
                "select (c ->> 'what') || ' ' || (c ->> 'by') || ' ' || (c ->> 'role') from decision,"
                    + " jsonb_array_elements(consulted) c"))
        .isEqualTo("advice gus.governance governance");
  }

  @Test
  void that_somebody_is_to_be_asked_again_is_a_circumstance_of_the_next_decision() {
    MessageKey key = world.accept(referral("M-1"));
    world.decide(undecided -> world.decisions(undecided).held("s2", "C:not_asked").made());
    assertThat(world.knowledge(key).setByPerson()).isEmpty();
    world.heldParts.refuse(
        Set.of(part("s2")), "dot.duty", "duty", "nobody asked her", AlsoSaid.of("", "", true));
    assertThat(world.knowledge(key).setByPerson()).containsExactly("ask_again");
    assertThat(
            world.text(
                "select code || ' ' || by_person from evidence where what = 'circumstance stated'"))
        .isEqualTo("ask_again dot.duty");
  }

  private String team() {
    return world.text(
        "select coalesce(recipient_team, '-') || ', ' || coalesce(recipient_team_unknown, '-') from decision");
  }

  private UUID part(String segment) {
    return UUID.fromString(
        world.text(
            "select id::text from held_part where state = 'waiting' and segment = '" + segment + "'"));
  }

  private UUID obligation(String code) {
    return UUID.fromString(
        world.text("select id::text from obligation where state = 'open' and code = '" + code + "'"));
  }

  private UUID newest() {
    return UUID.fromString(world.text("select id::text from decision order by recorded_at desc limit 1"));
  }

  private static JsonNode json(String text) throws Exception {
    return new JsonMapper().readTree(text);
  }
}
