package org.infoshare.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.gateway.ledger.Invented.CGL;
import static org.infoshare.gateway.ledger.Invented.P1;
import static org.infoshare.gateway.ledger.Invented.P2;
import static org.infoshare.gateway.ledger.Invented.RIVERSIDE;
import static org.infoshare.gateway.ledger.Invented.mosaic;
import static org.infoshare.gateway.ledger.Invented.nhs;
import static org.infoshare.gateway.ledger.Invented.referral;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Authority;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.Consent;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentScope;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Family;
import org.infoshare.model.Informing;
import org.infoshare.model.LinkKind;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.Knowledge;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryIT {

  private static final AgencyId PROBATION = new AgencyId("probation");
  private static final PersonId K1 = new PersonId("k1");

  @TempDir private Path folder;
  @AutoClose private TestLedger world;

  @BeforeEach
  void ledger() {
    world = new TestLedger(folder);
  }

  @Test
  void a_person_is_known_again_by_an_identifier_in_another_agencys_case() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P2, PersonType.VICTIM, true, nhs("9990000018")));
    MessageKey key =
        world.accept(
            referral("M-1").person(P1, PersonType.PARENT, false, nhs("9990000018"), mosaic("77")));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.family().persons())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.id()).isEqualTo(P1);
              assertThat(person.type()).isEqualTo(PersonType.PARENT);
              assertThat(person.locationProtected()).isTrue();
            });
    assertThat(knowledge.senderView().persons())
        .singleElement()
        .satisfies(person -> assertThat(person.locationProtected()).isFalse());
    assertThat(knowledge.uncertain()).isEmpty();
    assertThat(world.count("family_case")).as("cases are never merged").isEqualTo(2);
  }

  @Test
  void without_an_identifier_nobody_of_another_case_is_known_again() {
    world.accept(
        referral("R-1").from(RIVERSIDE).inCase("RDA-5").person(P1, PersonType.VICTIM, true));
    MessageKey key = world.accept(referral("M-1").person(P1, PersonType.PARENT, false));
    assertThat(world.knowledge(key).family().persons())
        .singleElement()
        .satisfies(person -> assertThat(person.locationProtected()).isFalse());
    assertThat(world.count("person")).isEqualTo(2);
  }

  @Test
  void relations_and_links_that_others_told_come_with_ids_that_the_message_does_not_use() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs("9990000018"))
            .person(P2, PersonType.ALLEGED_PERPETRATOR, false, nhs("9990000026"))
            .relation(new Relation(P2, RelationKind.ALLEGED_ABUSER_OF, P1)));
    world.accept(
        referral("B-1")
            .from(PROBATION)
            .inCase("CRN-1")
            .person(P1, PersonType.ALLEGED_PERPETRATOR, false, nhs("9990000026"))
            .link(new LinkStatement(PROBATION, P1, Optional.of(LinkKind.SUPERVISES))));
    MessageKey key =
        world.accept(referral("M-1").person(P1, PersonType.PARENT, false, nhs("9990000018")));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.family().relations())
        .containsExactly(new Relation(K1, RelationKind.ALLEGED_ABUSER_OF, P1));
    assertThat(knowledge.family().links())
        .containsExactly(new LinkStatement(PROBATION, K1, Optional.of(LinkKind.SUPERVISES)));
    assertThat(knowledge.family().persons())
        .extracting(person -> person.id())
        .containsExactly(P1, K1);
    assertThat(knowledge.senderView().relations()).isEmpty();
    assertThat(knowledge.senderView().links()).isEmpty();
    assertThat(knowledge.senderView().persons()).hasSize(1);
  }

  @Test
  void that_there_is_no_link_is_another_thing_than_that_nobody_told() {
    MessageKey key =
        world.accept(
            referral("M-1")
                .person(P1, PersonType.PARENT, false, mosaic("77"))
                .link(new LinkStatement(CGL, P1, Optional.empty())));
    assertThat(world.knowledge(key).family().links())
        .containsExactly(new LinkStatement(CGL, P1, Optional.empty()));
    world.accept(
        referral("C-1")
            .from(CGL)
            .inCase("CGL-1")
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .link(new LinkStatement(CGL, P1, Optional.of(LinkKind.TREATS))));
    assertThat(world.knowledge(key).family().links())
        .containsExactlyInAnyOrder(
            new LinkStatement(CGL, P1, Optional.empty()),
            new LinkStatement(CGL, P1, Optional.of(LinkKind.TREATS)));
  }

  @Test
  void consents_keep_their_whole_history_and_count_in_every_case_of_the_person() {
    Consent given = consent(ConsentState.GIVEN, Duration.ZERO);
    Consent withdrawn = consent(ConsentState.WITHDRAWN, Duration.ofDays(1));
    MessageKey key =
        world.accept(
            referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")).consent(given));
    long before = world.knowledge(key).version();
    world.accept(
        referral("C-1")
            .from(CGL)
            .inCase("CGL-1")
            .to()
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .consent(withdrawn));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.version()).isGreaterThan(before);
    assertThat(knowledge.family().consents()).containsExactly(given, withdrawn);
    assertThat(knowledge.senderView().consents()).containsExactly(given);
    // Told again, it is the same consent.
    world.accept(referral("M-2").person(P1, PersonType.PARENT, false, mosaic("77")).consent(given));
    assertThat(world.knowledge(key).family().consents()).hasSize(2);
  }

  @Test
  void
      somebody_of_the_same_names_and_birth_date_is_a_possible_match_on_which_bars_count_and_consents_do_not() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, true)
            .named(P1, "Zoë", "Madeup-Name", "1990-01-31")
            .consent(consent(ConsentState.GIVEN, Duration.ZERO)));
    MessageKey key =
        world.accept(
            referral("M-1")
                .person(P1, PersonType.PARENT, false, mosaic("77"))
                .named(P1, "ZOE", "Madeup Name", "1990-01-31"));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.uncertain()).containsExactly(P1);
    assertThat(knowledge.family().persons())
        .singleElement()
        .satisfies(person -> assertThat(person.locationProtected()).isTrue());
    assertThat(knowledge.family().consents()).isEmpty();
    assertThat(world.text("select state from possible_match")).isEqualTo("open");
  }

  @Test
  void a_match_that_a_person_confirms_makes_one_of_two_and_one_that_they_deny_leaves_two() {
    for (var answer : PossibleMatches.Answer.values()) {
      String family = "Madeup" + answer;
      world.accept(
          referral("R-" + answer)
              .from(RIVERSIDE)
              .inCase("RDA-" + answer)
              .person(P1, PersonType.VICTIM, true)
              .named(P1, "Zoe", family, "1990-01-31")
              .consent(consent(ConsentState.GIVEN, Duration.ZERO)));
      MessageKey key =
          world.accept(
              referral("M-" + answer)
                  .inCase("FAM-" + answer)
                  .person(P1, PersonType.PARENT, false, mosaic("77-" + answer))
                  .named(P1, "Zoe", family, "1990-01-31"));
      long before = world.knowledge(key).version();
      var match = world.matches.open(10).getFirst();
      assertThat(world.matches.settle(match.personA(), match.personB(), answer, "Dot Duty", "rang both"))
          .isTrue();
      assertThat(world.matches.settle(match.personA(), match.personB(), answer, "Dot Duty", "rang both"))
          .isFalse();
      Knowledge knowledge = world.knowledge(key);
      boolean same = answer == PossibleMatches.Answer.SAME;
      assertThat(knowledge.version()).isGreaterThan(before);
      assertThat(knowledge.uncertain()).isEmpty();
      assertThat(knowledge.family().persons())
          .singleElement()
          .satisfies(person -> assertThat(person.locationProtected()).isEqualTo(same));
      assertThat(knowledge.family().consents()).hasSize(same ? 1 : 0);
    }
  }

  @Test
  void two_identifiers_of_one_system_say_that_two_alike_are_two() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, true, nhs("9990000018"))
            .named(P1, "Zoe", "Madeup", "1990-01-31"));
    MessageKey key =
        world.accept(
            referral("M-1")
                .person(P1, PersonType.PARENT, false, nhs("9990000026"))
                .named(P1, "Zoe", "Madeup", "1990-01-31"));
    assertThat(world.knowledge(key).uncertain()).isEmpty();
    assertThat(world.count("possible_match")).isZero();
  }

  @Test
  void in_one_case_the_same_names_and_birth_date_are_the_same_person() {
    world.accept(
        referral("M-1")
            .person(P1, PersonType.PARENT, true)
            .named(P1, "Zoe", "Madeup", "1990-01-31"));
    MessageKey key =
        world.accept(
            referral("M-2")
                .person(P2, PersonType.PARENT, false)
                .named(P2, "Zoe", "Madeup", "1990-01-31"));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.family().persons())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.id()).isEqualTo(P2);
              assertThat(person.locationProtected()).as("once said, it stays said").isTrue();
            });
    assertThat(knowledge.uncertain()).isEmpty();
  }

  @Test
  void identifiers_that_point_to_two_persons_disagree() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, true, nhs("9990000018")));
    world.accept(
        referral("C-1")
            .from(CGL)
            .inCase("CGL-1")
            .person(P1, PersonType.PARENT, false, mosaic("77")));
    MessageKey key =
        world.accept(
            referral("M-1").person(P1, PersonType.PARENT, false, nhs("9990000018"), mosaic("77")));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.conflicting()).containsExactly(P1);
    assertThat(knowledge.uncertain()).containsExactly(P1);
    assertThat(knowledge.family().persons())
        .anySatisfy(person -> assertThat(person.locationProtected()).isTrue());
  }

  @Test
  void
      protected_values_are_remembered_from_every_message_of_the_case_and_of_cases_with_the_same_persons() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, true, nhs("9990000018"))
            .protecting(P1, Kind.POSTCODE, "ZZ99 3WZ"));
    world.accept(
        referral("M-1")
            .person(P1, PersonType.PARENT, false, nhs("9990000018"))
            .protecting(P1, Kind.ADDRESS_LINE, "1 Invented Row"));
    MessageKey key =
        world.accept(
            referral("M-2")
                .person(P1, PersonType.PARENT, false, nhs("9990000018"))
                .protecting(P1, Kind.TELEPHONE, "01632 960001"));
    world.accept(
        referral("X-1")
            .from(CGL)
            .inCase("CGL-7")
            .person(P1, PersonType.PARENT, false, nhs("9990000034"))
            .protecting(P1, Kind.POSTCODE, "ZZ99 9ZZ"));
    assertThat(world.knowledge(key).protectedValues())
        .extracting(value -> value.about() + " " + value.value().value())
        .containsExactlyInAnyOrder("p1 ZZ99 3WZ", "p1 1 Invented Row", "p1 01632 960001");
  }

  @Test
  void every_day_of_which_an_address_was_said_is_remembered() {
    world.accept(lives("M-1", "1 Invented Row", "2026-01-12", 1));
    world.accept(lives("M-2", "2 Invented Row", "2026-03-16", 2));
    MessageKey again = world.accept(lives("M-3", "1 Invented Row", "2026-04-20", 3));
    assertThat(homes(again))
        .containsExactlyInAnyOrder(
            "1 Invented Row 2026-01-12 1", "2 Invented Row 2026-03-16 2", "1 Invented Row 2026-04-20 3");
    MessageKey sameDay = world.accept(lives("M-4", "2 Invented Row", "2026-04-20", 4));
    MessageKey back = world.accept(lives("M-5", "1 Invented Row", "2026-04-20", 5));
    assertThat(homes(sameDay)).contains("2 Invented Row 2026-04-20 4");
    assertThat(homes(back))
        .as("of the same day, what was said last counts")
        .contains("2 Invented Row 2026-04-20 4", "1 Invented Row 2026-04-20 5")
        .doesNotContain("1 Invented Row 2026-04-20 3");
  }

  @Test
  void an_address_that_is_only_repeated_stays_as_old_as_it_was() {
    world.accept(repeats("M-1", "1 Invented Row", "2026-01-12", 1));
    world.accept(repeats("M-2", "2 Invented Row", "2026-03-16", 2));
    MessageKey again = world.accept(repeats("M-3", "1 Invented Row", "2026-04-20", 3));
    assertThat(homes(again))
        .containsExactlyInAnyOrder("1 Invented Row 2026-01-12 1", "2 Invented Row 2026-03-16 2");
    MessageKey said = world.accept(lives("M-4", "1 Invented Row", "2026-05-11", 4));
    assertThat(homes(said)).contains("1 Invented Row 2026-01-12 1", "1 Invented Row 2026-05-11 4");
  }

  private static Invented repeats(String id, String line, String writtenOn, int hour) {
    return referral(id)
        .at(TestLedger.START.plus(Duration.ofHours(hour)))
        .person(P1, PersonType.PARENT, false, nhs("9990000018"))
        .livingUndated(P1, line, writtenOn);
  }

  private static Invented lives(String id, String line, String asOf, int hour) {
    return referral(id)
        .at(TestLedger.START.plus(Duration.ofHours(hour)))
        .person(P1, PersonType.PARENT, false, nhs("9990000018"))
        .living(P1, line, asOf);
  }

  /** Each with the day of which it was told, and the hour at which. */
  private List<String> homes(MessageKey key) {
    return world.knowledge(key).protectedValues().stream()
        .map(
            value ->
                value.value().value()
                    + " "
                    + value.told().orElseThrow().asOf()
                    + " "
                    + Duration.between(TestLedger.START, value.told().orElseThrow().at()).toHours())
        .toList();
  }

  @Test
  void that_somebody_must_not_be_told_is_remembered_until_who_said_it_says_otherwise() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs("9990000018"))
            .informing(P1, Informing.State.UNSAFE));
    MessageKey key =
        world.accept(
            referral("M-1")
                .person(P1, PersonType.PARENT, false, nhs("9990000018"))
                .informing(P1, Informing.State.TOLD));
    assertThat(states(world.knowledge(key).family()))
        .containsExactlyInAnyOrder(Informing.State.TOLD, Informing.State.UNSAFE);
    assertThat(states(world.knowledge(key).senderView())).containsExactly(Informing.State.TOLD);
    long before = world.knowledge(key).version();
    world.accept(
        referral("R-2")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs("9990000018")));
    assertThat(states(world.knowledge(key).family()))
        .as("nothing said is no other word")
        .contains(Informing.State.UNSAFE);
    world.accept(
        referral("R-3")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs("9990000018"))
            .informing(P1, Informing.State.NOT_TOLD));
    assertThat(world.knowledge(key).version()).isGreaterThan(before);
    assertThat(states(world.knowledge(key).family()))
        .containsExactlyInAnyOrder(Informing.State.TOLD, Informing.State.NOT_TOLD);
  }

  private static List<Informing.State> states(Family family) {
    return family.informing().stream().map(Informing::state).toList();
  }

  @Test
  void nobody_owes_it_to_tell_somebody_who_turns_out_to_be_whom_it_is_not_safe_to_tell() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false)
            .named(P1, "Zoe", "Madeup-Name", "1990-01-31")
            .informing(P1, Informing.State.UNSAFE));
    world.decide(world::everything);
    world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    world.decide(
        undecided -> world.decisions(undecided).owes(ObligationCode.O3, "10wd", false).made());
    assertThat(world.text("select state from obligation where code = 'O3'")).isEqualTo("open");
    world.accept(
        referral("M-2")
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .named(P1, "Zoe", "Madeup-Name", "1990-01-31"));
    assertThat(world.text("select state from obligation where code = 'O3'")).isEqualTo("void");
  }

  @Test
  void a_yes_of_a_fhir_consent_counts_until_a_later_version_takes_its_place() {
    Consent first = consent(ConsentState.GIVEN, Duration.ZERO);
    Consent later = consent(ConsentState.GIVEN, Duration.ofDays(1));
    Consent no = consent(ConsentState.REFUSED, Duration.ofDays(2));
    accept("Consent/C-1", "Consent/C-1/200", first);
    MessageKey key = world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    assertThat(world.knowledge(key).family().consents()).containsExactly(first);
    accept("Consent/C-1", "Consent/C-1/1000", later);
    assertThat(world.knowledge(key).family().consents()).containsExactly(later);
    accept("Consent/C-1", "Consent/C-1/500", consent(ConsentState.GIVEN, Duration.ofHours(1)));
    assertThat(world.knowledge(key).family().consents())
        .as("what comes late does not take the place of a later one")
        .containsExactly(later);
    accept("Consent/C-1", "Consent/C-1/2000", no);
    accept("Consent/C-1", "Consent/C-1/3000", consent(ConsentState.GIVEN, Duration.ofDays(3)));
    assertThat(world.knowledge(key).family().consents())
        .as("and a no stays: a later yes counts for what it covers")
        .hasSize(2)
        .contains(no);
  }

  @Test
  void consents_of_two_identifiers_or_of_any_other_form_stand_beside_each_other() {
    accept("Consent/C-1", "Consent/C-1/200", consent(ConsentState.GIVEN, Duration.ZERO));
    accept("Consent/C-2", "Consent/C-2/300", consent(ConsentState.GIVEN, Duration.ofDays(1)));
    accept("FAM-9", "S-1", consent(ConsentState.GIVEN, Duration.ofDays(2)));
    accept("FAM-9", "S-2", consent(ConsentState.GIVEN, Duration.ofDays(3)));
    MessageKey key = world.accept(referral("M-1").person(P1, PersonType.PARENT, false, mosaic("77")));
    assertThat(world.knowledge(key).family().consents()).hasSize(4);
  }

  private void accept(String inCase, String id, Consent consent) {
    world.accept(
        referral(id)
            .from(CGL)
            .inCase(inCase)
            .to()
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .consent(consent));
  }

  @Test
  void cases_that_tell_of_somebody_at_once_find_the_possible_match() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Acceptance>> calls =
          IntStream.range(0, 40)
              .<Callable<Acceptance>>mapToObj(
                  i ->
                      () ->
                          world.ledger.accept(
                              referral("M-" + i)
                                  .inCase("FAM-" + i)
                                  .person(P1, PersonType.PARENT, false)
                                  .named(P1, "Zoe", "Madeup-" + i / 2, "1990-01-31")
                                  .intake()))
              .toList();
      assertThat(threads.invokeAll(calls))
          .allSatisfy(
              future -> assertThat(future.resultNow()).isInstanceOf(Acceptance.Taken.class));
    }
    assertThat(world.count("possible_match")).as("one for each two").isEqualTo(20);
  }

  @Test
  void the_people_of_earlier_messages_of_the_case_are_not_forgotten() {
    world.accept(
        referral("M-1")
            .person(P1, PersonType.PARENT, false, mosaic("77"))
            .person(P2, PersonType.INDEX_CHILD, true, mosaic("78"))
            .relation(new Relation(P1, RelationKind.PARENT_OF, P2)));
    MessageKey key =
        world.accept(referral("M-2").person(P1, PersonType.PARENT, false, mosaic("77")));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.family().persons())
        .extracting(person -> person.id() + " " + person.locationProtected())
        .containsExactly("p1 false", "k1 true");
    assertThat(knowledge.family().relations())
        .containsExactly(new Relation(P1, RelationKind.PARENT_OF, K1));
    assertThat(knowledge.senderView()).isEqualTo(knowledge.family());
  }

  @Test
  void an_alleged_abusers_partner_is_seen_from_the_victims_case() {
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, false, nhs("9990000018"))
            .person(P2, PersonType.ALLEGED_PERPETRATOR, false, nhs("9990000026"))
            .relation(new Relation(P2, RelationKind.ALLEGED_ABUSER_OF, P1)));
    MessageKey key =
        world.accept(referral("M-1").person(P1, PersonType.PARENT, false, nhs("9990000018")));
    long before = world.knowledge(key).version();
    world.accept(
        referral("B-1")
            .from(PROBATION)
            .inCase("CRN-1")
            .person(P1, PersonType.ADULT_AT_RISK, false, nhs("9990000026"))
            .person(P2, PersonType.HOUSEHOLD, false, nhs("9990000034"))
            .relation(new Relation(P2, RelationKind.PARTNER_OF, P1))
            .link(new LinkStatement(PROBATION, P2, Optional.of(LinkKind.EMPLOYS))));
    Knowledge knowledge = world.knowledge(key);
    assertThat(knowledge.version())
        .as("what two steps away was told moves the facts here")
        .isGreaterThan(before);
    assertThat(knowledge.family().relations())
        .extracting(relation -> relation.kind())
        .containsExactlyInAnyOrder(RelationKind.ALLEGED_ABUSER_OF, RelationKind.PARTNER_OF);
    assertThat(knowledge.family().links())
        .singleElement()
        .satisfies(link -> assertThat(link.agency()).isEqualTo(PROBATION));
  }

  @Test
  void what_the_accepting_node_remembers_is_what_another_node_reads() {
    MessageKey key =
        world.accept(
            referral("M-1")
                .person(P1, PersonType.PARENT, true, mosaic("77"))
                .person(P2, PersonType.INDEX_CHILD, false)
                .named(P1, "Zoe", "Madeup", "1990-01-31")
                .relation(new Relation(P1, RelationKind.PARENT_OF, P2))
                .link(new LinkStatement(CGL, P1, Optional.of(LinkKind.TREATS)))
                .consent(consent(ConsentState.GIVEN, Duration.ZERO))
                .protecting(P1, Kind.POSTCODE, "ZZ99 3WZ"));
    var other = new TestLedger(world.source, folder);
    assertThat(other.knowledge(key)).isEqualTo(world.knowledge(key));
    assertThat(world.knowledge(key).protectedValues()).hasSize(1);
    world.accept(
        referral("R-1")
            .from(RIVERSIDE)
            .inCase("RDA-5")
            .person(P1, PersonType.VICTIM, true, mosaic("77"))
            .link(new LinkStatement(CGL, P1, Optional.of(LinkKind.EMPLOYS))));
    assertThat(other.knowledge(key)).isEqualTo(world.knowledge(key));
    assertThat(world.knowledge(key).family().links()).hasSize(2);
  }

  @Test
  void somebody_whom_a_segment_is_about_and_nobody_listed_stays_unlisted() {
    MessageKey key = world.accept(referral("M-1"));
    assertThat(world.knowledge(key).family().persons()).isEmpty();
    assertThat(world.count("person")).isEqualTo(1);
  }

  @Test
  void cases_that_register_the_same_persons_at_once_all_get_through_with_one_person_each()
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Acceptance>> calls =
          IntStream.range(0, 40)
              .<Callable<Acceptance>>mapToObj(
                  i ->
                      () ->
                          world.ledger.accept(
                              referral("M-" + i)
                                  .inCase("FAM-" + i % 10)
                                  .person(
                                      i % 2 == 0 ? P1 : P2,
                                      PersonType.PARENT,
                                      false,
                                      nhs("9990000018"))
                                  .person(
                                      i % 2 == 0 ? P2 : P1,
                                      PersonType.PARENT,
                                      false,
                                      nhs("9990000026"))
                                  .link(
                                      new LinkStatement(
                                          new AgencyId("agency-" + (char) ('a' + i % 26)),
                                          P1,
                                          Optional.of(LinkKind.SUPPORTS)))
                                  .intake()))
              .toList();
      assertThat(threads.invokeAll(calls))
          .allSatisfy(
              future -> assertThat(future.resultNow()).isInstanceOf(Acceptance.Taken.class));
    }
    assertThat(world.count("person"))
        .as("and one for each message's segment subject that no identifier names")
        .isEqualTo(2);
    assertThat(world.count("person_identifier")).isEqualTo(2);
  }

  private Consent consent(ConsentState state, Duration after) {
    return new Consent(
        P1,
        ConsentKind.CONFIDENTIALITY,
        state,
        P1,
        Authority.SELF,
        ConsentScope.EVERYTHING,
        TestLedger.START.minus(Duration.ofDays(9)).plus(after),
        Optional.empty(),
        false,
        Circumstances.ALONE,
        Coercion.NONE);
  }
}
