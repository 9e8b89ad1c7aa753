package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.words.Phase;
import org.infoshare.consent.words.SetByPerson;
import org.infoshare.model.Content;
import org.infoshare.model.Function;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.Recipient;
import org.infoshare.model.Referral;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Risk;
import org.infoshare.model.SegmentId;
import org.junit.jupiter.api.Test;

class DecideTest {

  private static final SegmentId ADDRESS = new SegmentId("p2-address");
  private static final Turn TURN = new Turn("decide/case", 1, 1, 0);

  private final FakeLedger ledger = new FakeLedger();
  private final FakePolicy policy = new FakePolicy();
  private final Judgement judgement =
      new Judgement(policy, new DisclosureRequests(Invented.agencies()), Invented.CLOCK);
  private final Decide decide =
      new Decide(
          ledger,
          judgement,
          new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10)),
          new Random(1));

  @Test
  void a_message_is_decided_for_every_recipient_from_one_version_of_the_facts() {
    waiting(Invented.referral(Invented.risk(false), Invented.rating()));
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided)
        .singleElement()
        .satisfies(
            decided -> {
              assertThat(decided.knowledgeVersion()).isEqualTo(7);
              assertThat(decided.decisions())
                  .singleElement()
                  .satisfies(one -> assertThat(one.recipient()).isEqualTo(Invented.CGL));
            });
  }

  @Test
  void facts_that_move_are_read_again() {
    waiting(Invented.referral(Invented.risk(false), Invented.rating()));
    ledger.factsMoveTimes = 3;
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided).hasSize(1);
    assertThat(policy.asked).hasSize(4);
  }

  @Test
  void a_message_that_nobody_can_decide_waits_and_says_so() {
    waiting(Invented.referral(Invented.risk(true), Invented.rating()));
    policy.unavailable = true;
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided).isEmpty();
    assertThat(ledger.undecidable).containsExactly("POLICY_UNAVAILABLE");
  }

  @Test
  void while_the_policy_cannot_be_asked_everything_is_held_and_an_immediate_risk_is_to_reach_a_person() {
    waiting(Invented.referral(Invented.risk(true), Invented.rating()));
    policy.unavailable = true;
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.heldUndecided)
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.recipient()).isEqualTo(Invented.CGL);
              assertThat(answer.released()).isEmpty();
              assertThat(answer.held()).containsExactly(new SegmentId("p1-rating"));
              assertThat(answer.decision().obligations())
                  .extracting(owed -> owed.code().word())
                  .containsExactlyInAnyOrder("O1", "O14", "O21", "H15m");
            });
  }

  @Test
  void the_policy_sees_no_name_no_address_and_no_narrative() {
    waiting(
        Invented.referral(
            Invented.risk(false),
            Invented.name(Invented.MOTHER, "Testa", "Sample"),
            Invented.address(Invented.MOTHER),
            Invented.history("a tale")));
    decide.run(new UUID(0, 1), TURN);
    assertThat(policy.asked)
        .isNotEmpty()
        .allSatisfy(
            asked ->
                assertThat(asked.canonicalJson())
                    .doesNotContain("Testa", "Invented", "ZZ99", "tale", "Worker"));
  }

  @Test
  void whether_anybody_may_be_told_is_asked_as_the_sender_said_it_and_what_nobody_said_is_no_yes() {
    var silent = asked(Invented.referral(Invented.risk(false), Invented.rating()));
    assertThat(silent.informed().unsafe()).isFalse();
    assertThat(silent.message().objectionArt21()).isFalse();
    assertThat(silent.message().requestedUnder()).isEmpty();
    assertThat(silent.risk().moreDetrimental()).isFalse();

    var unsafe = asked(Invented.informing(Informing.State.UNSAFE, false));
    assertThat(unsafe.informed().unsafe()).isTrue();
    assertThat(asked(Invented.informing(Informing.State.TOLD, false)).informed().unsafe()).isFalse();
    assertThat(asked(Invented.informing(Informing.State.TOLD, true)).message().objectionArt21()).isTrue();
  }

  @Test
  void a_request_under_an_enactment_counts_for_whom_it_lets_ask() {
    assertThat(asked(Invented.requestedUnder(LegalRequest.S47, Invented.CGL)).message().requestedUnder())
        .as("a drug and alcohol service makes no enquiries under section 47")
        .isEmpty();
    var team = new Recipient(Invented.CHILDRENS_SERVICES, new Function("csc_duty"));
    assertThat(asked(Invented.requestedUnder(LegalRequest.S47, team)).message().requestedUnder())
        .contains(org.infoshare.consent.words.LegalRequest.S47);
    assertThat(asked(Invented.requestedUnder(LegalRequest.S16H, team)).message().requestedUnder())
        .contains(org.infoshare.consent.words.LegalRequest.S16H);
    assertThat(asked(Invented.requestedUnder(LegalRequest.S16H, Invented.CGL)).message().requestedUnder()).isEmpty();
  }

  @Test
  void that_sharing_may_do_more_harm_is_asked_as_the_sender_said_it() {
    var risk = Invented.risk(false);
    var more =
        new Risk(
            risk.rag(), false, risk.to(), risk.from(), risk.harms(), risk.assessedAt(), true, true);
    assertThat(asked(Invented.referral(more, Invented.rating())).risk().moreDetrimental()).isTrue();
  }

  private DisclosureRequest asked(Referral message) {
    policy.asked.clear();
    waiting(message);
    decide.run(new UUID(0, 1), TURN);
    return policy.asked.getFirst();
  }

  @Test
  void the_sender_is_not_told_what_is_held_back_for_another_agencys_fact() {
    var decision =
        decidedWhereAnotherAgencyKnowsAnAbuser(
            Invented.referral(Invented.risk(false), Invented.address(Invented.MOTHER)));
    assertThat(decision.hiddenFromSender()).containsExactly(new SegmentId("p2-address"));
    assertThat(decision.barredPlaces()).containsExactly(Invented.MOTHER);
    assertThat(decision.released()).isEmpty();
  }

  @Test
  void nor_of_a_part_that_is_empty_without_a_person_held_back_for_another_agencys_fact() {
    var relation = new Relation(Invented.CHILD, RelationKind.LIVES_WITH, Invented.MOTHER);
    var decision =
        decidedWhereAnotherAgencyKnowsAnAbuser(
            Invented.referral(
                Invented.risk(false),
                Invented.rating(),
                Invented.segment(
                    "p1-household", Invented.CHILD, new Content.Household(List.of(relation))),
                Invented.address(Invented.MOTHER)));
    assertThat(decision.released())
        .containsExactlyInAnyOrder(new SegmentId("p1-rating"), new SegmentId("p1-household"));
    assertThat(decision.hiddenFromSender())
        .containsExactlyInAnyOrder(new SegmentId("p2-address"), new SegmentId("p1-household"));
  }

  private RecipientDecision decidedWhereAnotherAgencyKnowsAnAbuser(Referral message) {
    var family =
        Invented.family(
            new Relation(Invented.MAN, RelationKind.ALLEGED_ABUSER_OF, Invented.MOTHER));
    var knowledge =
        new Knowledge(
            7,
            "1-tables",
            family,
            message.envelope().family(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of());
    ledger.undecided =
        new Undecided(
            new MessageKey(new UUID(0, 1)), message, Invented.NOW, knowledge, false, Map.of(), Map.of());
    PolicyDecisionPoint barsWhenAnAbuserIsKnown =
        requests ->
            requests.stream()
                .map(
                    request -> {
                      policy.heldBackBy.clear();
                      if (!request.relations().isEmpty()) {
                        policy.heldBackBy.put("p2-address", "B.location");
                      }
                      return policy.decide(request);
                    })
                .toList();
    new Decide(
            ledger,
            new Judgement(
                barsWhenAnAbuserIsKnown,
                new DisclosureRequests(Invented.agencies()),
                Invented.CLOCK),
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10)),
            new Random(1))
        .run(new UUID(0, 1), TURN);
    return ledger.decided.getFirst().decisions().getFirst();
  }

  @Test
  void the_first_decision_is_made_at_intake_and_any_later_one_of_the_whole_message_is_a_replay() {
    waiting(Invented.referral(Invented.risk(false), Invented.rating()));
    decide.run(new UUID(0, 1), TURN);
    assertThat(policy.asked).extracting(DisclosureRequest::phase).containsOnly(Phase.INTAKE);
    policy.asked.clear();
    sent("p1-rating");
    decide.run(new UUID(0, 1), TURN);
    assertThat(policy.asked).extracting(DisclosureRequest::phase).containsOnly(Phase.REPLAY);
  }

  @Test
  void what_went_and_is_withdrawn_since_is_recalled_and_the_policy_hears_of_it() {
    sent("p2-address", "p1-rating");
    policy.heldBackBy.put("p2-address", "C:withdrawn");
    policy.withdrawn.add("p2-address");
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided)
        .singleElement()
        .satisfies(
            decided -> {
              assertThat(decided.recalled())
                  .isEqualTo(Map.of(Invented.CGL, Set.of(new SegmentId("p2-address"))));
              assertThat(decided.decisions().getFirst().request().setByPerson())
                  .containsExactly(SetByPerson.WITHDRAWN_AFTER_DELIVERY);
            });
  }

  @Test
  void what_was_never_sent_is_not_recalled() {
    sent("p1-rating");
    policy.heldBackBy.put("p2-address", "C:withdrawn");
    policy.withdrawn.add("p2-address");
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided.getFirst().recalled()).isEmpty();
  }

  @Test
  void what_would_go_nevertheless_is_not_recalled() {
    sent("p2-address", "p1-rating");
    policy.withdrawn.add("p2-address");
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided.getFirst().recalled()).isEmpty();
  }

  @Test
  void what_would_stay_behind_for_another_reason_than_a_persons_no_is_not_recalled() {
    sent("p2-address", "p1-rating");
    policy.heldBackBy.put("p2-address", "S2");
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided.getFirst().recalled()).isEmpty();
    assertThat(policy.asked).hasSize(1);
  }

  @Test
  void what_went_by_an_override_that_a_review_did_not_uphold_is_recalled_and_nothing_else() {
    sent("p2-address", "p1-rating");
    reviewed(new NotUpheld(Invented.CGL, Set.of(ADDRESS), true, Invented.NOW), List.of());
    policy.heldBackBy.put("p2-address", "L5");
    policy.heldBackBy.put("p1-rating", "L5");
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided.getFirst().recalled())
        .isEqualTo(Map.of(Invented.CGL, Set.of(ADDRESS)));
    assertThat(policy.asked)
        .allSatisfy(
            asked -> {
              assertThat(asked.setByPerson()).containsExactly(SetByPerson.OVERRIDE_NOT_UPHELD);
              assertThat(asked.risk().immediate()).isFalse();
              assertThat(asked.risk().rag()).isNotEqualTo(org.infoshare.consent.words.Rag.RED);
            });
  }

  @Test
  void a_release_that_a_review_did_not_uphold_counts_no_more_and_a_later_one_does() {
    sent("p2-address");
    Release before = release(ADDRESS, Invented.NOW.minusSeconds(60));
    Release other = release(new SegmentId("p1-rating"), Invented.NOW.minusSeconds(60));
    Release later = release(ADDRESS, Invented.NOW.plusSeconds(60));
    reviewed(
        new NotUpheld(Invented.CGL, Set.of(ADDRESS), false, Invented.NOW),
        List.of(before, other, later));
    decide.run(new UUID(0, 1), TURN);
    assertThat(policy.asked.getFirst().releases())
        .extracting(DisclosureRequest.Release::at)
        .containsExactly(other.at(), later.at());
  }

  @Test
  void a_review_of_what_went_to_another_recipient_changes_nothing() {
    sent("p2-address");
    var another = new Recipient(Invented.CGL.agency(), new Function("another"));
    reviewed(new NotUpheld(another, Set.of(ADDRESS), true, Invented.NOW), List.of());
    policy.heldBackBy.put("p2-address", "L5");
    decide.run(new UUID(0, 1), TURN);
    assertThat(ledger.decided.getFirst().recalled()).isEmpty();
    assertThat(policy.asked).allSatisfy(asked -> assertThat(asked.setByPerson()).isEmpty());
  }

  private static Release release(SegmentId segment, Instant at) {
    return new Release(
        segment,
        Invented.CGL,
        "U1",
        "dot.duty",
        Optional.empty(),
        "duty",
        "read",
        at,
        Optional.empty());
  }

  private void reviewed(NotUpheld review, List<Release> releases) {
    var before = ledger.undecided;
    var known = before.knowledge();
    ledger.undecided =
        new Undecided(
            before.key(),
            before.message(),
            before.acceptedAt(),
            new Knowledge(
                known.version(),
                known.activeTables(),
                known.family(),
                known.senderView(),
                known.uncertain(),
                known.conflicting(),
                known.protectedValues(),
                releases,
                known.recalledFrom(),
                known.setByPerson(),
                known.namedDecisions(),
                List.of(review)),
            before.decidedBefore(),
            before.queued(),
            before.sent());
  }

  private void sent(String... segments) {
    var message =
        Invented.referral(
            Invented.risk(true), Invented.rating(), Invented.address(Invented.MOTHER));
    Set<SegmentId> sent = Stream.of(segments).map(SegmentId::new).collect(Collectors.toSet());
    ledger.undecided =
        new Undecided(
            new MessageKey(new UUID(0, 1)),
            message,
            Invented.NOW,
            Invented.knowledge(message),
            true,
            Map.of(Invented.CGL, sent),
            Map.of(Invented.CGL, sent));
  }

  private void waiting(Referral message) {
    ledger.undecided =
        new Undecided(
            new MessageKey(new UUID(0, 1)),
            message,
            Invented.NOW,
            Invented.knowledge(message),
            false,
            Map.of(),
            Map.of());
  }
}
