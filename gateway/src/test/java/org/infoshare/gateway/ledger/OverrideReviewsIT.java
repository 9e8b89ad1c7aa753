package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.TREATMENT;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Outcome;
import org.infoshare.gateway.ledger.OverrideReviews.ToReview;
import org.infoshare.gateway.ledger.lanes.WorkKind;
import org.infoshare.model.PersonType;
import org.infoshare.model.SegmentId;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.NotUpheld;
import org.infoshare.routes.road.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideReviewsIT {

  private static final Signatory GUS =
      new Signatory("gus.governance", "Gus Invented (gus.governance)", "governance");

  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger(@TempDir Path folder) {
    world = new TestLedger(folder);
  }

  @Test
  void what_went_by_an_override_waits_for_its_review() {
    MessageKey key = sentByOverride();
    assertThat(world.reviews.open(10))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.message()).isEqualTo(key.value());
              assertThat(open.reference()).isEqualTo("M-1");
              assertThat(open.recipient()).isEqualTo(TREATMENT);
              assertThat(open.due()).isPresent();
            });
  }

  @Test
  void a_review_that_upholds_it_settles_it_and_changes_nothing() {
    MessageKey key = sentByOverride();
    long facts = world.knowledge(key).version();
    assertThat(world.reviews.review(onlyOpen().id(), true, GUS, "rightly feared")).isTrue();
    assertThat(world.reviews.open(10)).isEmpty();
    assertThat(world.text("select state || ' ' || met_by || ': ' || how from obligation where code = 'O5'"))
        .isEqualTo("met Gus Invented (gus.governance): upheld");
    assertThat(world.knowledge(key).version()).isEqualTo(facts);
    assertThat(world.knowledge(key).notUpheld()).isEmpty();
    assertThat(world.waiting(WorkKind.DECIDE)).isEmpty();
    assertThat(world.count("evidence where what = 'override reviewed' and code = 'UPHELD'")).isEqualTo(1);
  }

  @Test
  void one_that_does_not_has_the_message_decided_again_with_what_went_by_the_override_and_nothing_else() {
    MessageKey key = sentByOverride();
    assertThat(world.reviews.review(onlyOpen().id(), false, GUS, "no risk was seen")).isTrue();
    assertThat(world.knowledge(key).notUpheld())
        .containsExactly(
            new NotUpheld(TREATMENT, Set.of(new SegmentId("s2")), true, TestLedger.START));
    var next = world.take(WorkKind.DECIDE);
    assertThat(next.ref()).isEqualTo(key.value());
    assertThat(world.ledger.undecided(key).sent())
        .as("what can be recalled")
        .isEqualTo(Map.of(TREATMENT, Set.of(new SegmentId("s1"), new SegmentId("s2"))));
    assertThat(world.text("select by_account || ' ' || role from override_review"))
        .isEqualTo("gus.governance governance");
  }

  @Test
  void an_override_by_a_release_alone_leaves_the_claim_of_risk_as_it_was() {
    MessageKey key = sent("H:B.location");
    world.reviews.review(onlyOpen().id(), false, GUS, "not needed there");
    assertThat(world.knowledge(key).notUpheld()).singleElement().matches(review -> !review.claim());
  }

  @Test
  void where_the_claim_was_not_upheld_a_delivery_waits_for_the_call_whatever_the_message_claims() {
    world.accept(referral("M-1").immediate());
    world.decide(
        undecided ->
            world.decisions(undecided)
                .goes("s2", "override:X2")
                .outcome(Outcome.PERMIT_OVERRIDE)
                .owes(ObligationCode.O5, "2wd", false)
                .owes(ObligationCode.O25, "before_sending", true)
                .owes(ObligationCode.O11, "before_sending", true)
                .made());
    world.reviews.review(onlyOpen().id(), false, GUS, "no risk was seen");

    world.deliveries.meet(obligation(ObligationCode.O25), GUS, "decision attached");
    assertThat(world.text("select state from delivery")).isEqualTo("before_sending");
    world.deliveries.meet(obligation(ObligationCode.O11), GUS, "called back");
    assertThat(world.text("select state from delivery")).isEqualTo("queued");
  }

  private UUID obligation(ObligationCode code) {
    return UUID.fromString(world.text("select id from obligation where code = '" + code.word() + "'"));
  }

  @Test
  void it_is_reviewed_once() {
    sentByOverride();
    UUID override = onlyOpen().id();
    assertThat(world.reviews.review(override, true, GUS, "rightly feared")).isTrue();
    assertThat(world.reviews.review(override, false, GUS, "on second thoughts")).isFalse();
    assertThat(world.count("override_review")).isEqualTo(1);
    assertThat(world.waiting(WorkKind.DECIDE)).isEmpty();
  }

  @Test
  void where_nothing_had_arrived_no_recall_is_owed() {
    MessageKey key = byOverride("override:X2");
    world.reviews.review(onlyOpen().id(), false, GUS, "no risk was seen");
    world.decide(
        undecided ->
            world.decisions(undecided)
                .held("s2", "C:refused")
                .owes(ObligationCode.O7, "4h", false)
                .made());
    assertThat(world.text("select state || ': ' || how from obligation where code = 'O7'"))
        .isEqualTo("void: nothing of it had arrived");
    assertThat(world.ledger.undecided(key).sent().getOrDefault(TREATMENT, Set.of())).isEmpty();
  }

  private ToReview onlyOpen() {
    return world.reviews.open(10).getFirst();
  }

  private MessageKey sentByOverride() {
    return sent("override:X2");
  }

  private MessageKey sent(String rule) {
    MessageKey key = byOverride(rule);
    world.deliver(new SendOutcome.Delivered(false));
    return key;
  }

  private MessageKey byOverride(String rule) {
    world.accept(referral("M-1").red().person(P1, PersonType.PARENT, false, nhs("9990000018")));
    return world.decide(
        undecided ->
            world.decisions(undecided)
                .goes("s2", rule)
                .outcome(Outcome.PERMIT_OVERRIDE)
                .owes(ObligationCode.O5, "2wd", false)
                .made());
  }
}
