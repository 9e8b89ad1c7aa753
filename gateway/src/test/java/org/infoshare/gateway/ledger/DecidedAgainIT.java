package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.RIVERSIDE;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.LinkKind;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.PersonType;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.ProtectedValue;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidedAgainIT {

  private static final String MOTHER = "9990000018";

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void a_consent_that_comes_later_has_what_is_held_decided_again_and_each_part_is_sent_once() {
    MessageKey held = heldInPart("M-1");
    world.deliver(new SendOutcome.Delivered(false));
    world.accept(about("M-2").consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    assertThat(toDecide()).containsExactlyInAnyOrder(held.value(), message("M-2"));
    world.decide(world::everything);
    letGo();
    world.decide(world::everything);
    assertThat(deliveriesOf(held)).containsExactly("s1 delivered", "s2 queued");
    assertThat(world.text("select state from held_part")).isEqualTo("gone");
  }

  @Test
  void a_consent_told_in_another_agencys_case_of_the_same_person_does_so_too() {
    MessageKey held = heldInPart("M-1");
    world.accept(
        about("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    assertThat(toDecide()).containsExactlyInAnyOrder(held.value(), message("R-1"));
  }

  @Test
  void a_link_that_is_told_has_it_decided_again() {
    MessageKey held = heldInPart("M-1");
    world.accept(
        about("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .link(new LinkStatement(CGL, P1, Optional.of(LinkKind.TREATS))));
    assertThat(toDecide()).contains(held.value());
  }

  @Test
  void a_match_that_a_person_settles_has_it_decided_again() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs(MOTHER))
            .named(P1, "Ann", "Invented", "1990-01-01"));
    world.decide(world::everything);
    world.accept(
        referral("M-1")
            .person(P1, PersonType.PARENT, false)
            .named(P1, "Ann", "Invented", "1990-01-01"));
    MessageKey held =
        world.decide(undecided -> world.decisions(undecided).held("s2", "HR").made());
    var match = world.matches.open(1).getFirst();
    world.matches.settle(
        match.personA(), match.personB(), PossibleMatches.Answer.SAME, "dot.duty", "rang both");
    assertThat(toDecide()).containsExactly(held.value());
  }

  @Test
  void what_says_nothing_of_consents_links_or_relations_leaves_what_waits_alone() {
    heldInPart("M-1");
    world.accept(
        about("M-2").protecting(P1, ProtectedValue.Kind.POSTCODE, "ZZ99 3AB").history("News."));
    assertThat(toDecide()).containsExactly(message("M-2"));
  }

  @Test
  void a_consent_of_somebody_else_leaves_what_waits_alone() {
    heldInPart("M-1");
    world.accept(
        referral("M-2")
            .inCase("FAM-2")
            .person(P1, PersonType.PARENT, false, nhs("9990000026"))
            .consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    assertThat(toDecide()).containsExactly(message("M-2"));
  }

  @Test
  void what_waits_to_be_decided_already_is_queued_once() {
    MessageKey held = heldInPart("M-1");
    world.accept(about("M-2").consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    world.accept(about("M-3").consent(Invented.given(P1, "2026-11-24T08:30:00Z")));
    assertThat(toDecide()).filteredOn(held.value()::equals).hasSize(1);
  }

  @Test
  void what_its_recipient_has_already_is_not_held() {
    MessageKey held = heldInPart("M-1");
    world.deliver(new SendOutcome.Delivered(false));
    world.accept(about("M-2").consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    world.decide(world::everything);
    letGo();
    world.decide(
        undecided ->
            world.decisions(undecided).held("s1", "C:withdrawn").held("s2", "C:withdrawn").made());
    assertThat(
            world.text(
                "select segment || ' ' || rule from held_part where state = 'waiting' and"
                    + " message_id = '"
                    + held
                    + "'"))
        .isEqualTo("s2 C:withdrawn");
  }

  @Test
  void what_stayed_behind_for_want_of_a_consent_is_decided_again_when_it_is_given_and_goes_once() {
    MessageKey kept = keptBack("M-1", "C:refused");
    world.deliver(new SendOutcome.Delivered(false));
    world.accept(about("M-2").consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    assertThat(toDecide()).containsExactlyInAnyOrder(kept.value(), message("M-2"));
    while (!toDecide().isEmpty()) {
      letGo();
      world.decide(world::everything);
    }
    assertThat(deliveriesOf(kept)).containsExactly("s1 delivered", "s2 queued");
    letGo();
    world.accept(about("M-3").consent(Invented.given(P1, "2026-11-24T08:30:00Z")));
    while (!toDecide().isEmpty()) {
      letGo();
      world.decide(world::everything);
    }
    assertThat(deliveriesOf(kept)).containsExactly("s1 delivered", "s2 queued");
  }

  @Test
  void what_stayed_behind_for_another_reason_is_left_alone() {
    keptBack("M-1", "N1");
    world.accept(about("M-2").consent(Invented.given(P1, "2026-11-24T08:00:00Z")));
    assertThat(toDecide()).containsExactly(message("M-2"));
  }

  @Test
  void a_message_that_is_no_longer_young_is_left_to_its_sender() {
    keptBack("M-1", "C:refused");
    Instant later = TestLedger.START.plus(Duration.ofDays(29));
    world.now.set(later);
    world.accept(about("M-2").at(later).consent(Invented.given(P1, "2026-12-23T08:00:00Z")));
    assertThat(toDecide()).containsExactly(message("M-2"));
  }

  /** Of a message about the mother, s1 goes and s2 stays behind. */
  private MessageKey keptBack(String id, String rule) {
    world.accept(about(id));
    return world.decide(undecided -> world.decisions(undecided).out("s2", rule).made());
  }

  private static Invented about(String id) {
    return referral(id).person(P1, PersonType.PARENT, false, nhs(MOTHER));
  }

  /** Of a message about the mother, s1 goes and s2 waits for a person. */
  private MessageKey heldInPart(String id) {
    world.accept(about(id));
    return world.decide(undecided -> world.decisions(undecided).held("s2", "C:not_asked").made());
  }

  /** An engine has come to the end of its turns on all lanes. */
  private void letGo() {
    world.database.sql("update lane set owner = null where owner is not null").update();
  }

  private List<UUID> toDecide() {
    return world
        .database
        .sql("select ref from lane_row where kind = ? order by created_at")
        .param(WorkKind.DECIDE.name())
        .query(UUID.class)
        .list();
  }

  private UUID message(String id) {
    return world
        .database
        .sql("select id from message where sender_message_id = ?")
        .param(id)
        .query(UUID.class)
        .single();
  }

  private List<String> deliveriesOf(MessageKey message) {
    return world
        .database
        .sql(
            "select array_to_string(segments, ',') || ' ' || state from delivery where message_id ="
                + " ? order by queued_at, segments")
        .param(message.value())
        .query(String.class)
        .list();
  }
}
