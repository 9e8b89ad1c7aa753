package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.routes.road.Invented.CHILD;
import static org.infoshare.routes.road.Invented.MOTHER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.infoshare.consent.Due;
import org.infoshare.consent.Obligation;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Owner;
import org.infoshare.consent.words.Phase;
import org.infoshare.model.Content;
import org.infoshare.model.Family;
import org.infoshare.model.Label;
import org.infoshare.model.Labels;
import org.infoshare.model.MessageId;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Referral;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.junit.jupiter.api.Test;

class DeliverTest {

  private static final Turn TURN = new Turn("deliver/cgl", 1, 1, 0);

  private final FakeLedger ledger = new FakeLedger();
  private final FakePolicy policy = new FakePolicy();
  private final FakePartner partner = new FakePartner();
  private RecipientRefs refs = person -> person;
  private final List<String> counted = new ArrayList<>();
  private final Judgement judgement =
      new Judgement(policy, new DisclosureRequests(Invented.agencies()), Invented.CLOCK);
  private final Deliver deliver =
      new Deliver(
          ledger,
          judgement,
          () -> "kernel",
          new Partners(List.of(partner)),
          new LeakGuard(),
          (finding, mediaType) -> counted.add(finding.control() + " " + finding.kind() + " " + finding.shape() + " " + mediaType),
          new Random(1));

  @Test
  void what_was_decided_leaves_and_is_opened_before_it_is_sent() {
    var message =
        Invented.referral(
            Invented.risk(false), Invented.name(MOTHER, "Testa", "Sample"), Invented.rating());
    queue(message, Invented.knowledge(message));
    run();
    assertThat(ledger.opened)
        .singleElement()
        .satisfies(opening -> assertThat(opening.again()).isEmpty());
    assertThat(partner.sent)
        .singleElement()
        .satisfies(sent -> assertThat(sent.id()).isEqualTo(new MessageId("OUT-1")));
    assertThat(ledger.closed).containsExactly(new SendOutcome.Delivered(false));
    assertThat(policy.asked).as("asked once, when it was queued").hasSize(1);
  }

  @Test
  void a_table_that_was_tightened_meanwhile_keeps_the_part_back() {
    var message =
        Invented.referral(
            Invented.risk(false),
            Invented.name(MOTHER, "Testa", "Sample"),
            Invented.history("a long story"));
    queue(message, Invented.knowledge(message));
    policy.heldBackBy.put("p1-history", "N1");
    policy.tables = "2-tables";
    activate("2-tables");
    run();
    assertThat(partner.lastText()).contains("Testa").doesNotContain("a long story");
    assertThat(ledger.opened.getFirst().again()).isPresent();
  }

  @Test
  void nothing_is_sent_when_nothing_may_go_any_more() {
    var message = Invented.referral(Invented.risk(false), Invented.name(MOTHER, "Testa", "Sample"));
    queue(message, Invented.knowledge(message));
    policy.heldBackBy.put("p2-identity", "C:withdrawn");
    activate("2-tables");
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.opened).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.NothingMayGo.class);
  }

  @Test
  void a_decision_whose_clock_has_run_out_is_made_again() {
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    queue(message, Invented.knowledge(message));
    var later = Clock.fixed(Invented.NOW.plusSeconds(3600), ZoneOffset.UTC);
    new Deliver(
            ledger,
            new Judgement(policy, new DisclosureRequests(Invented.agencies()), later),
            () -> "kernel",
            new Partners(List.of(partner)),
            new LeakGuard(),
            (finding, mediaType) -> counted.add(finding.kind()),
            new Random(1))
        .run(new UUID(0, 9), TURN);
    assertThat(policy.asked).hasSize(2);
  }

  @Test
  void what_the_decision_rests_on_moved_while_it_was_composed_so_it_is_read_again_and_sent_once() {
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    queue(message, Invented.knowledge(message));
    ledger.factsMoveTimes = 2;
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(ledger.opened).hasSize(1);
  }

  @Test
  void nothing_leaves_while_nobody_can_decide_again() {
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    queue(message, Invented.knowledge(message));
    activate("2-tables");
    policy.unavailable = true;
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.undecidable).containsExactly("POLICY_UNAVAILABLE");
  }

  @Test
  void an_address_told_in_january_stops_the_narrative_of_march() {
    var message =
        Invented.referral(Invented.risk(false), Invented.history("they moved to 12 Invented Road"));
    queue(message, Invented.knowledge(message, remembered()));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.opened).isEmpty();
    assertThat(ledger.stopped)
        .singleElement()
        .isInstanceOfSatisfying(
            Stop.Found.class, hit -> assertThat(hit.toString()).doesNotContain("Invented"));
  }

  @Test
  void at_immediate_risk_the_structured_floor_goes_at_once_and_the_narrative_waits() {
    var message =
        Invented.referral(
            Invented.risk(true),
            Invented.rating(),
            Invented.history("they moved to 12 Invented Road"));
    queue(message, Invented.knowledge(message, remembered()));
    run();
    assertThat(partner.lastText()).contains("p1-rating").doesNotContain("Invented Road");
    assertThat(ledger.opened.getFirst().keptBack().orElseThrow().segments()).containsExactly(new SegmentId("p1-history"));
  }

  @Test
  void a_place_barred_for_one_person_is_not_released_through_another() {
    var message =
        Invented.referral(Invented.risk(false), Invented.address(CHILD), Invented.address(MOTHER));
    policy.heldBackBy.put("p2-address", "B.location");
    queue(message, Invented.knowledge(message));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.Found.class);
  }

  @Test
  void an_address_that_is_released_goes() {
    var message = Invented.referral(Invented.risk(false), Invented.address(MOTHER));
    queue(message, Invented.knowledge(message));
    run();
    assertThat(partner.lastText()).contains(Invented.STREET);
  }

  @Test
  void the_envelope_names_nobody_of_whom_no_part_goes() {
    var message =
        Invented.referral(
            Invented.risk(false),
            Invented.name(MOTHER, "Testa", "Sample"),
            Invented.name(Invented.MAN, "Other", "Sample"));
    policy.heldBackBy.put("p4-identity", "N1");
    queue(message, Invented.knowledge(message));
    run();
    assertThat(partner.lastText())
        .doesNotContain("p4")
        .doesNotContain("Other")
        .doesNotContain("central");
  }

  @Test
  void whom_nothing_is_told_of_silently_is_not_mentioned_by_what_goes() {
    policy.obligations.add(silently());
    var with =
        Invented.referral(
            Invented.risk(false),
            Invented.name(MOTHER, "Testa", "Sample"),
            household(MOTHER, Invented.CHILD, Invented.MAN),
            household(Invented.CHILD, Invented.MAN),
            riskFrom(MOTHER, Invented.MAN),
            Invented.rating(),
            Invented.address(Invented.MAN));
    policy.heldBackBy.put("p4-address", "B.location");
    String told = sent(with);
    assertThat(ledger.opened.getFirst().carried()).doesNotContain(new SegmentId("p1-household"));
    assertThat(ledger.opened.getFirst().notCarried()).containsExactly(new SegmentId("p1-household"));
    var without =
        Invented.referral(
            Invented.risk(false),
            Invented.name(MOTHER, "Testa", "Sample"),
            household(MOTHER, Invented.CHILD),
            riskFrom(MOTHER),
            Invented.rating());
    assertThat(told).isEqualTo(sent(without)).doesNotContain("p4");
  }

  @Test
  void nothing_is_sent_that_would_only_have_mentioned_whom_nothing_is_told_of() {
    policy.heldBackBy.put("p4-address", "B.location");
    var message =
        Invented.referral(
            Invented.risk(false),
            household(Invented.CHILD, Invented.MAN),
            Invented.address(Invented.MAN));
    queue(message, Invented.knowledge(message));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.opened).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.NothingMayGo.class);
  }

  @Test
  void whom_somebody_may_be_at_risk_from_is_mentioned_though_a_person_decides_what_is_told_of_him() {
    policy.heldBackBy.put("p4-identity", "C:refused");
    var message =
        Invented.referral(
            Invented.risk(false),
            riskFrom(Invented.CHILD, Invented.MAN),
            Invented.name(Invented.MAN, "Other", "Sample"));
    assertThat(sent(message)).contains("p4").doesNotContain("Other");
  }

  @Test
  void a_person_not_to_be_told_is_named_only_where_the_message_names_them() {
    policy.obligations.add(
        new Obligation(
            ObligationCode.O10, Owner.RECIPIENT, new Due("with_message"), false, false, false));
    var family =
        Invented.family(new Relation(Invented.MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER));
    assertThat(labels(family, Invented.name(MOTHER, "Testa", "Sample")).notToBeTold()).isEmpty();
    assertThat(labels(family, household(MOTHER, Invented.MAN)).notToBeTold())
        .containsExactly(Invented.MAN);
  }

  private Labels labels(Family family, Segment segment) {
    var message = Invented.referral(Invented.risk(false), segment);
    var knowledge = knowing(Invented.knowledge(message), family);
    queue(message, knowledge);
    var decision = ledger.outgoing.standing();
    return Compose.labels(
        decision, knowledge, Compose.message(ledger.outgoing, decision, decision.released()));
  }

  private static Knowledge knowing(Knowledge knew, Family family) {
    return new Knowledge(
        knew.version(),
        knew.activeTables(),
        family,
        family,
        knew.uncertain(),
        knew.conflicting(),
        knew.protectedValues(),
        knew.releases(),
        knew.recalledFrom(),
        knew.setByPerson(),
        List.of(),
        List.of());
  }

  private String sent(Referral message) {
    queue(message, Invented.knowledge(message));
    run();
    return partner.lastText();
  }

  private static Obligation silently() {
    return new Obligation(
        ObligationCode.O8S, Owner.GATEWAY, new Due("with_message"), false, true, false);
  }

  private static Segment household(PersonId about, PersonId... others) {
    return Invented.segment(
        about.value() + "-household",
        about,
        new Content.Household(
            Stream.of(others)
                .map(other -> new Relation(about, RelationKind.LIVES_WITH, other))
                .toList()));
  }

  private static Segment riskFrom(PersonId about, PersonId... from) {
    return Invented.segment(
        about.value() + "-risk",
        about,
        new Content.RiskOfHarm(false, List.of("neglect"), List.of(from), Optional.empty()));
  }

  @Test
  void an_obligation_that_comes_before_sending_and_is_new_keeps_the_delivery_waiting() {
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    queue(message, Invented.knowledge(message));
    activate("2-tables");
    policy.obligations.add(
        new Obligation(
            ObligationCode.O11, Owner.DUTY_TEAM, new Due("before_sending"), true, false, false));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.BeforeSending.class);
  }

  @Test
  void at_immediate_risk_what_may_go_does_not_wait_for_two_persons_to_release_a_place() {
    var message = Invented.referral(Invented.risk(true), Invented.rating());
    queue(message, Invented.knowledge(message));
    activate("2-tables");
    policy.obligations.add(
        new Obligation(ObligationCode.O19, Owner.DUTY_TEAM, new Due("15m"), true, false, false));
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(ledger.stopped).isEmpty();
  }

  @Test
  void a_claim_of_immediate_risk_that_a_review_did_not_uphold_hastens_nothing() {
    var message = Invented.referral(Invented.risk(true), Invented.rating());
    queue(message, Invented.knowledge(message));
    policy.obligations.add(
        new Obligation(
            ObligationCode.O11, Owner.DUTY_TEAM, new Due("before_sending"), true, false, false));
    var asClaimed = ledger.outgoing.standing();
    activate("2-tables");
    ledger.outgoing = withKnowledge(notUpheld(ledger.outgoing.knowledge()));
    run();
    assertThat(asClaimed.request().risk().immediate()).isTrue();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.BeforeSending.class);
  }

  private static Knowledge notUpheld(Knowledge knew) {
    var review =
        new NotUpheld(Invented.CGL, Set.of(new SegmentId("p1-rating")), true, Invented.NOW);
    return new Knowledge(
        knew.version(),
        knew.activeTables(),
        knew.family(),
        knew.senderView(),
        knew.uncertain(),
        knew.conflicting(),
        knew.protectedValues(),
        knew.releases(),
        knew.recalledFrom(),
        knew.setByPerson(),
        List.of(),
        List.of(review));
  }

  private Outgoing withKnowledge(Knowledge knows) {
    var was = ledger.outgoing;
    return new Outgoing(
        was.key(),
        was.messageKey(),
        was.id(),
        was.inReplyTo(),
        was.message(),
        was.recipient(),
        was.segments(),
        was.standing(),
        knows,
        was.refs(),
        was.tries(),
        was.done(),
        was.recall());
  }

  @Test
  void the_decision_that_a_named_person_attached_is_asked_with_for_its_recipient() {
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    var known = Invented.knowledge(message);
    queue(
        message,
        new Knowledge(
            known.version(),
            known.activeTables(),
            known.family(),
            known.senderView(),
            known.uncertain(),
            known.conflicting(),
            known.protectedValues(),
            known.releases(),
            known.recalledFrom(),
            known.setByPerson(),
            List.of(new NamedDecision(Invented.CGL, "dot.duty", "duty", Invented.NOW)),
            List.of()));
    run();
    assertThat(policy.asked)
        .isNotEmpty()
        .allSatisfy(
            asked -> {
              var maker = asked.decisionMaker().orElseThrow();
              assertThat(maker.person().value()).isEqualTo("dot.duty");
              assertThat(maker.necessity()).as("nobody said so").isEmpty();
              assertThat(maker.proportionality()).isEmpty();
            });
  }

  @Test
  void what_had_to_happen_before_sending_and_did_keeps_nothing_waiting_again() {
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    queue(message, Invented.knowledge(message));
    activate("2-tables");
    policy.obligations.add(
        new Obligation(
            ObligationCode.O11, Owner.DUTY_TEAM, new Due("before_sending"), true, false, false));
    done(ObligationCode.O11);
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(ledger.stopped).isEmpty();
  }

  @Test
  void what_a_named_person_looked_at_and_released_for_the_guards_hit_goes() {
    var message =
        Invented.referral(Invented.risk(false), Invented.history("they moved to 12 Invented Road"));
    queue(message, released(Invented.knowledge(message, remembered()), "p1-history"));
    run();
    assertThat(partner.lastText()).contains("12 Invented Road");
    assertThat(policy.asked)
        .allSatisfy(asked -> assertThat(asked.releases()).as("no row of the policy").isEmpty());
  }

  @Test
  void a_release_from_the_guard_opens_no_other_part_and_no_barred_place() {
    var message =
        Invented.referral(
            Invented.risk(false),
            Invented.history("they moved to 12 Invented Road"),
            Invented.segment(
                "p1-issues",
                CHILD,
                new Content.RiskStatement(
                    Content.RiskStatement.Topic.MAIN_ISSUES, new Personal("at 12 Invented Road"))));
    queue(message, released(Invented.knowledge(message, remembered()), "p1-issues"));
    run();
    assertThat(partner.sent).isEmpty();

    var one = Invented.referral(Invented.risk(false), Invented.history("they moved to 12 Invented Road"));
    policy.heldBackBy.put("place-p2", "B.location");
    queue(one, released(Invented.knowledge(one, remembered()), "p1-history"));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.stopped).hasSize(2).allSatisfy(stop -> assertThat(stop).isInstanceOf(Stop.Found.class));
  }

  @Test
  void a_file_that_nobody_can_look_into_and_a_person_released_hides_no_value_of_another_part() {
    var message =
        Invented.referral(
            Invented.risk(false),
            Invented.history("they moved to 12 Invented Road"),
            Invented.segment(
                "p1-attachment",
                CHILD,
                new Content.Unclassified(Personal.of("scan.png"), "image/png", picture())));
    queue(message, released(Invented.knowledge(message, remembered()), "p1-attachment"));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.Found.class);
  }

  @Test
  void what_a_renderer_writes_beyond_what_was_composed_is_stopped_before_a_byte_of_it_leaves() {
    var message = Invented.referral(Invented.risk(false), Invented.rating(), Invented.address(MOTHER));
    policy.heldBackBy.put("p2-address", "N1");
    partner.writesBesides = Invented.STREET;
    queue(message, Invented.knowledge(message));
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.opened).isEmpty();
    assertThat(ledger.stopped).singleElement().isInstanceOf(Stop.Found.class);
    assertThat(counted).containsExactly("GUARD ADDRESS_LINE field application/json");
  }

  @Test
  void an_address_of_which_a_later_one_is_known_waits_for_a_person_and_goes_by_their_release_only() {
    var message = Invented.referral(Invented.risk(false), Invented.rating(), Invented.address(MOTHER));
    var knowledge = Invented.knowledge(message, moved());
    queue(message, knowledge);
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.stopped)
        .singleElement()
        .isInstanceOfSatisfying(
            Stop.Found.class, stop -> assertThat(stop.finding().control()).isEqualTo(Control.ADDRESS_AGE));
    assertThat(counted).containsExactly("ADDRESS_AGE HOME part application/json");

    queue(message, released(knowledge, "p2-address", Control.GUARD));
    run();
    assertThat(partner.sent).as("released for another control").isEmpty();

    queue(message, released(knowledge, "p2-address", Control.ADDRESS_AGE));
    run();
    assertThat(partner.lastText()).contains(Invented.STREET);
  }

  @Test
  void at_immediate_risk_all_but_the_old_address_and_the_narrative_goes_at_once() {
    var message =
        Invented.referral(
            Invented.risk(true), Invented.rating(), Invented.address(MOTHER), Invented.history("a long story"));
    queue(message, Invented.knowledge(message, moved()));
    run();
    assertThat(partner.lastText()).contains("p1-rating").doesNotContain(Invented.STREET, "a long story");
    var kept = ledger.opened.getFirst().keptBack().orElseThrow();
    assertThat(kept.segments()).containsExactlyInAnyOrder(new SegmentId("p2-address"), new SegmentId("p1-history"));
    assertThat(kept.finding().control()).isEqualTo(Control.ADDRESS_AGE);
    assertThat(counted).containsExactly("ADDRESS_AGE HOME part application/json");
  }

  /** Since the day of the message's parts, the mother lives somewhere else. */
  private static ProtectedValue moved() {
    var told =
        new ProtectedValue.Told(
            ProtectedValue.Use.HOME, "p2-address", LocalDate.of(2026, 11, 23), true, Invented.NOW);
    return new ProtectedValue(
        MOTHER, ProtectedValue.Kind.ADDRESS_LINE, new Personal("7 Moved Street"), Optional.of(told));
  }

  private static byte[] picture() {
    var bytes = new byte[300];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static Knowledge released(Knowledge knew, String segment) {
    return released(knew, segment, Control.GUARD);
  }

  private static Knowledge released(Knowledge knew, String segment, Control control) {
    var release =
        new Release(
            new SegmentId(segment),
            Invented.CGL,
            control.name(),
            "dora-duty",
            Optional.empty(),
            "duty_manager",
            "it is the office",
            Invented.NOW,
            Optional.empty());
    return new Knowledge(
        knew.version(),
        knew.activeTables(),
        knew.family(),
        knew.senderView(),
        knew.uncertain(),
        knew.conflicting(),
        knew.protectedValues(),
        List.of(release),
        knew.recalledFrom(),
        knew.setByPerson(),
        List.of(),
        List.of());
  }

  private static ProtectedValue remembered() {
    return new ProtectedValue(
        MOTHER, ProtectedValue.Kind.ADDRESS_LINE, new Personal("12 Invented Rd"));
  }

  private void queue(Referral message, Knowledge knowledge) {
    var standing =
        judgement.decide(message, knowledge, List.of(Invented.CGL), Phase.INTAKE).getFirst();
    ledger.outgoing =
        new Outgoing(
            new DeliveryKey(new UUID(0, 9)),
            new MessageKey(new UUID(0, 1)),
            new MessageId("OUT-1"),
            Optional.empty(),
            message,
            Invented.CGL,
            standing.released(),
            standing,
            knowledge,
            refs,
            0,
            Set.of(),
            Optional.empty());
  }

  @Test
  void a_recall_names_what_is_recalled_and_repeats_nothing_of_it() {
    var message = Invented.referral(Invented.risk(false), Invented.address(Invented.MOTHER));
    queueRecall(message);
    policy.asked.clear();
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(partner.lastText())
        .contains("\"recalled\":\"OUT-0\"", "\"about\":\"p2\"", "LOCATION")
        .doesNotContain(Invented.STREET, Invented.POSTCODE, "p2-address");
    assertThat(ledger.opened.getFirst().carried()).isEmpty();
    assertThat(ledger.closed).containsExactly(new SendOutcome.Delivered(false));
    assertThat(policy.asked).as("it was decided when it was queued").isEmpty();
  }

  @Test
  void the_recipient_reads_its_own_refs_of_persons_in_parts_labels_and_recalls() {
    refs = person -> new PersonId("cgl-" + person.value());
    policy.obligations.add(
        new Obligation(
            ObligationCode.O10, Owner.RECIPIENT, new Due("with_message"), false, false, false));
    var message =
        Invented.referral(
            Invented.risk(false),
            household(MOTHER, Invented.MAN),
            riskFrom(Invented.CHILD, Invented.MAN));
    queue(
        message,
        knowing(
            Invented.knowledge(message),
            Invented.family(new Relation(Invented.MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER))));
    run();
    assertThat(partner.lastText()).contains("\"cgl-p1\"", "\"cgl-p2\"", "\"cgl-p4\"");
    assertThat(partner.lastText()).doesNotContain("\"p1\"", "\"p2\"", "\"p4\"");
    assertThat(partner.labels.getLast().notToBeTold()).containsExactly(new PersonId("cgl-p4"));

    queueRecall(Invented.referral(Invented.risk(false), Invented.address(Invented.MOTHER)));
    run();
    assertThat(partner.lastText()).contains("\"about\":\"cgl-p2\"").doesNotContain("\"p2\"");
  }

  @Test
  void what_must_be_told_and_the_form_has_no_place_for_holds_the_delivery_until_a_person_has_told_it() {
    var message = notToBeTold(false);
    partner.carries = Set.of(Label.NOT_INCLUDED, Label.STANDING);
    run();
    assertThat(partner.sent).isEmpty();
    assertThat(ledger.opened).isEmpty();
    assertThat(ledger.stopped)
        .singleElement()
        .isInstanceOfSatisfying(
            Stop.Found.class,
            stop -> {
              assertThat(stop.finding().control()).isEqualTo(Control.FORMAT);
              assertThat(stop.finding().kind()).isEqualTo("O10");
              assertThat(stop.finding().excerpt())
                  .hasValue(new Personal("Tell the recipient to whom it must not be disclosed"));
            });

    queue(message, released(ledger.outgoing.knowledge(), "p2-household", Control.FORMAT));
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(partner.labels.getLast().notToBeTold()).as("it has no place").isEmpty();
    assertThat(ledger.opened.getFirst().toTell()).as("it was told").isEmpty();
    assertThat(policy.asked)
        .allSatisfy(asked -> assertThat(asked.releases()).as("no row of the policy").isEmpty());
  }

  @Test
  void at_immediate_risk_it_goes_at_once_and_a_person_tells_the_rest() {
    notToBeTold(true);
    policy.obligations.add(owed(ObligationCode.O24));
    queue((Referral) ledger.outgoing.message(), ledger.outgoing.knowledge());
    partner.carries = Set.of(Label.NOT_INCLUDED);
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(partner.labels.getLast()).isEqualTo(Labels.NONE);
    assertThat(ledger.opened.getFirst().toTell())
        .containsExactlyInAnyOrder(ObligationCode.O10, ObligationCode.O24);
    assertThat(ledger.stopped).isEmpty();
  }

  @Test
  void a_form_that_has_a_place_for_all_that_is_owed_is_sent_and_nobody_need_tell_more() {
    notToBeTold(false);
    partner.carries = Set.of(Label.NOT_TO_BE_TOLD);
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(partner.labels.getLast().notToBeTold()).containsExactly(Invented.MAN);
    assertThat(ledger.opened.getFirst().toTell()).isEmpty();
  }

  @Test
  void where_nobody_is_named_who_must_not_be_told_nothing_is_owed() {
    policy.obligations.add(owed(ObligationCode.O10));
    var message = Invented.referral(Invented.risk(false), Invented.rating());
    queue(message, knowing(Invented.knowledge(message), abuserOfTheMother()));
    partner.carries = Set.of();
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(ledger.stopped).isEmpty();
  }

  /** Queues a message that names a man who must not be told of it. */
  private Referral notToBeTold(boolean immediate) {
    policy.obligations.add(owed(ObligationCode.O10));
    var message =
        Invented.referral(Invented.risk(immediate), household(MOTHER, Invented.MAN));
    queue(message, knowing(Invented.knowledge(message), abuserOfTheMother()));
    return message;
  }

  private static Family abuserOfTheMother() {
    return Invented.family(new Relation(Invented.MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER));
  }

  private static Obligation owed(ObligationCode code) {
    return new Obligation(code, Owner.RECIPIENT, new Due("with_message"), false, false, false);
  }

  @Test
  void a_recall_goes_also_while_nobody_can_decide() {
    queueRecall(Invented.referral(Invented.risk(false), Invented.address(Invented.MOTHER)));
    policy.unavailable = true;
    run();
    assertThat(partner.sent).hasSize(1);
    assertThat(ledger.undecidable).isEmpty();
  }

  private void queueRecall(Referral message) {
    queue(message, Invented.knowledge(message));
    var was = ledger.outgoing;
    ledger.outgoing =
        new Outgoing(
            was.key(),
            was.messageKey(),
            was.id(),
            Optional.empty(),
            message,
            was.recipient(),
            was.segments(),
            was.standing(),
            was.knowledge(),
            was.refs(),
            0,
            Set.of(),
            Optional.of(new Outgoing.Recalling(new MessageId("OUT-0"), Invented.NOW)));
  }

  private void activate(String tables) {
    var knew = ledger.outgoing.knowledge();
    var knows =
        new Knowledge(
            knew.version(),
            tables,
            knew.family(),
            knew.senderView(),
            knew.uncertain(),
            knew.conflicting(),
            knew.protectedValues(),
            knew.releases(),
            knew.recalledFrom(),
            knew.setByPerson(),
            List.of(),
            List.of());
    ledger.outgoing = withKnowledge(knows);
  }

  private void done(ObligationCode code) {
    var was = ledger.outgoing;
    ledger.outgoing =
        new Outgoing(
            was.key(),
            was.messageKey(),
            was.id(),
            was.inReplyTo(),
            was.message(),
            was.recipient(),
            was.segments(),
            was.standing(),
            was.knowledge(),
            was.refs(),
            was.tries(),
            Set.of(code),
            was.recall());
  }

  private void run() {
    deliver.run(new UUID(0, 9), TURN);
  }
}
