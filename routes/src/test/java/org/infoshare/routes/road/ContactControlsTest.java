package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.routes.road.Invented.CHILD;
import static org.infoshare.routes.road.Invented.MAN;
import static org.infoshare.routes.road.Invented.MOTHER;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.model.Content;
import org.infoshare.model.Family;
import org.infoshare.model.Handling;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.Personal;
import org.infoshare.model.Referral;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;
import org.infoshare.model.Standing;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.infoshare.routes.road.ProtectedValue.Told;
import org.infoshare.routes.road.ProtectedValue.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old an address is, and whether a way of contact is safe: what the ledger knows of each. */
class ContactControlsTest {

  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 12);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 16);

  @Test
  void an_address_is_out_of_date_once_a_later_one_is_known() {
    Segment old = address(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA");
    assertThat(ageOf(old, home(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB")))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.control()).isEqualTo(Control.ADDRESS_AGE);
              assertThat(finding.where()).isEqualTo("p2-address");
              assertThat(finding.excerpt().orElseThrow().value())
                  .contains("2026-01-12", "2026-03-16")
                  .doesNotContain("Invented", "Other Lane", "ZZ99");
            });
  }

  @Test
  void the_latest_address_is_not() {
    Segment current = address(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB");
    assertThat(ageOf(current, home(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA"))).isEmpty();
  }

  @Test
  void nor_one_that_was_told_again_since_nor_another_persons() {
    Segment old = address(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA");
    assertThat(
            ageOf(
                old,
                home(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB"),
                home(MOTHER, MARCH.plusDays(1), "1 INVENTED ROW", "zz991aa")))
        .isEmpty();
    assertThat(ageOf(old, home(MAN, MARCH, "2 Other Lane", "ZZ99 2BB"))).isEmpty();
  }

  @Test
  void an_old_address_that_is_only_repeated_stays_old() {
    var before =
        List.of(
            repeated(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA"),
            repeated(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB"));
    Segment again = undated(address(MOTHER, MARCH.plusDays(30), "1 INVENTED ROW", "zz991aa"));
    assertThat(ageOf(again, before.getFirst(), before.getLast())).hasSize(1);
    assertThat(ageOf(undated(address(MOTHER, MARCH.plusDays(30), "2 Other Lane", "ZZ99 2BB")), before.getFirst(), before.getLast()))
        .as("the one that she moved to is no older for being repeated, too")
        .isEmpty();
  }

  @Test
  void unless_the_sender_says_of_which_day_it_is() {
    Segment back = address(MOTHER, MARCH.plusDays(30), "1 Invented Row", "ZZ99 1AA");
    assertThat(
            ageOf(
                back,
                repeated(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA"),
                repeated(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB")))
        .isEmpty();
  }

  @Test
  void a_day_that_was_said_counts_more_than_one_on_which_it_was_only_repeated() {
    Segment old = address(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA");
    assertThat(
            ageOf(
                old,
                home(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB"),
                repeated(MOTHER, MARCH.plusDays(30), "1 Invented Row", "ZZ99 1AA")))
        .hasSize(1);
  }

  @Test
  void a_house_is_known_again_by_its_name() {
    Segment old = address(MOTHER, JANUARY, "Willow House, Madeup Lane", "");
    assertThat(ageOf(old, home(MOTHER, MARCH, "The Willow House", ""))).isEmpty();
    assertThat(ageOf(old, home(MOTHER, MARCH, "Rose House", ""))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'Flat 2, 1 Invented Row', ZZ99 1AA",
    "1 invented row, zz991aa",
    "1 Invented Row, ''",
    "Invented House, ZZ99 1AA"
  })
  void the_same_place_written_otherwise_is_no_later_one(String line, String code) {
    Segment old = address(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA");
    assertThat(ageOf(old, home(MOTHER, MARCH, line, code))).isEmpty();
  }

  @Test
  void of_two_addresses_of_one_day_the_one_that_came_later_counts() {
    Segment first = address(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA");
    var second = home(MOTHER, JANUARY, "2 Other Lane", "ZZ99 2BB");
    assertThat(ageOf(first, second)).isEmpty();
    var hourLater =
        second.stream()
            .map(value -> told(value, JANUARY, Invented.NOW.plusSeconds(3600)))
            .toList();
    assertThat(ageOf(first, hourLater)).hasSize(1);
  }

  @Test
  void an_old_address_named_as_a_safe_way_to_write_is_found_and_a_warning_of_it_is_not() {
    var homes = new ArrayList<>(home(MOTHER, JANUARY, "1 Invented Row", "ZZ99 1AA"));
    homes.addAll(home(MOTHER, MARCH, "2 Other Lane", "ZZ99 2BB"));
    assertThat(ageOf(ways(MOTHER, "By post to 1 Invented Row", "07700 900123"), homes)).hasSize(1);
    assertThat(ageOf(ways(MOTHER, "By post to 2 Other Lane", "07700 900123"), homes)).isEmpty();
    assertThat(ageOf(ways(MOTHER, "Never write to 1 Invented Row", "07700 900123"), homes)).isEmpty();
  }

  @Test
  void her_alleged_abusers_number_is_no_safe_way_to_reach_her() {
    var his = contact(MAN, Kind.TELEPHONE, "07700 900391", Use.CONTACT);
    assertThat(safetyOf(ways(MOTHER, "After six", "+44 7700 900391"), his))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.control()).isEqualTo(Control.CONTACT_SAFETY);
              assertThat(finding.kind()).isEqualTo("TELEPHONE");
              assertThat(finding.excerpt().orElseThrow().value()).contains("p2", "p4").doesNotContain("900391");
            });
    assertThat(safetyOf(ways(MOTHER, "After six", "07700 900392"), his)).isEmpty();
  }

  @Test
  void it_is_his_own_way_and_the_childs_is_unsafe_too() {
    var his = contact(MAN, Kind.TELEPHONE, "07700 900391", Use.CONTACT);
    assertThat(safetyOf(ways(MAN, "Mornings", "07700 900391"), his)).isEmpty();
    assertThat(safetyOf(ways(CHILD, "After school", "07700 900391"), his)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ring 0770 0900391 after six", "write to 7 Shadow Street", "to his@sample.example"})
  void words_may_name_it(String text) {
    var his = new ArrayList<>(contact(MAN, Kind.TELEPHONE, "07700 900391", Use.CONTACT));
    his.addAll(contact(MAN, Kind.EMAIL, "his@sample.example", Use.CONTACT));
    his.addAll(home(MAN, MARCH, "7 Shadow Street", "ZZ99 7SS"));
    assertThat(safetyOf(ways(MOTHER, text, "07700 900392"), his)).hasSize(1);
    assertThat(safetyOf(ways(MOTHER, "Text first, never " + text, "07700 900392"), his)).isEmpty();
  }

  @Test
  void a_number_that_any_agency_told_is_not_safe_is_found() {
    var warned = contact(MOTHER, Kind.TELEPHONE, "07700 900392", Use.NOT_SAFE);
    assertThat(safetyOf(ways(MOTHER, "Mornings", "07700 900392"), warned)).hasSize(1);
    assertThat(safetyOf(ways(MAN, "Mornings", "07700 900392"), warned)).isEmpty();
  }

  @Test
  void a_warning_is_remembered_as_one() {
    Segment warning = ways(MOTHER, "Text first; never on 07700 900393: he answers it", "07700 900392");
    assertThat(ProtectedValues.of(message(warning), Invented.NOW))
        .extracting(value -> value.value().value() + " " + value.told().orElseThrow().use())
        .containsExactly("07700 900392 CONTACT", "07700 900393 NOT_SAFE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ring 07700 900393 after six, no messages",
        "Do not leave a message on 07700 900393",
        "07700 900393 but not after six",
        "No voicemail on 07700 900393"
      })
  void how_a_way_is_used_is_no_warning_of_it(String text) {
    assertThat(ProtectedValues.of(message(ways(MOTHER, text, "07700 900392")), Invented.NOW))
        .allSatisfy(value -> assertThat(value.told().orElseThrow().use()).isEqualTo(Use.CONTACT));
  }

  private static List<Finding> ageOf(Segment segment, List<ProtectedValue> more) {
    var message = message(segment);
    return List.copyOf(AddressAge.in(message, knowledge(message, more)).values());
  }

  @SafeVarargs
  private static List<Finding> ageOf(Segment segment, List<ProtectedValue>... more) {
    return ageOf(segment, List.of(more).stream().flatMap(List::stream).toList());
  }

  private static List<Finding> safetyOf(Segment segment, List<ProtectedValue> more) {
    var message = message(segment);
    return List.copyOf(ContactSafety.in(message, knowledge(message, more)).values());
  }

  private static Referral message(Segment segment) {
    return Invented.referral(Invented.risk(false), segment);
  }

  private static Knowledge knowledge(Referral message, List<ProtectedValue> more) {
    var values = new ArrayList<>(ProtectedValues.of(message, Invented.NOW));
    values.addAll(more);
    Family family =
        new Family(
            List.of(
                Invented.person(CHILD, PersonType.INDEX_CHILD),
                Invented.person(MOTHER, PersonType.VICTIM),
                Invented.person(MAN, PersonType.PARENT)),
            List.of(new Relation(MAN, RelationKind.ALLEGED_ABUSER_OF, MOTHER)),
            List.of(),
            List.of());
    return new Knowledge(1, "1", family, family, Set.of(), Set.of(), values, List.of(), Set.of(), Set.of(), List.of(), List.of());
  }

  private static Segment address(PersonId about, LocalDate asOf, String line, String code) {
    var where =
        new Content.Whereabouts(
            List.of(new Personal(line)), Personal.of(code), List.of(), List.of(), Optional.empty());
    return segment(about.value() + "-address", about, asOf, where);
  }

  private static Segment undated(Segment one) {
    return new Segment(one.id(), one.about(), one.standing(), one.asOf(), Handling.PLAIN, one.content());
  }

  private static Segment ways(PersonId about, String text, String telephone) {
    var where =
        new Content.Whereabouts(
            List.of(), Optional.empty(), List.of(new Personal(telephone)), List.of(), Personal.of(text));
    return segment(about.value() + "-contact", about, MARCH, where);
  }

  private static Segment segment(String id, PersonId about, LocalDate asOf, Content content) {
    var dated = new Handling(false, Optional.empty(), List.of(), Optional.empty(), true);
    return new Segment(new SegmentId(id), about, Standing.FACT, asOf, dated, content);
  }

  private static List<ProtectedValue> repeated(PersonId about, LocalDate writtenOn, String line, String code) {
    return home(about, writtenOn, line, code).stream().map(ContactControlsTest::undated).toList();
  }

  private static ProtectedValue undated(ProtectedValue value) {
    Told told = value.told().orElseThrow();
    return new ProtectedValue(
        value.about(),
        value.kind(),
        value.value(),
        Optional.of(new Told(told.use(), told.part(), told.asOf(), false, told.at())));
  }

  private static List<ProtectedValue> home(PersonId about, LocalDate asOf, String line, String code) {
    return ProtectedValues.of(message(address(about, asOf, line, code)), asOf.atStartOfDay().toInstant(ZoneOffset.UTC)).stream()
        .map(value -> told(value, asOf, Invented.NOW))
        .toList();
  }

  private static ProtectedValue told(ProtectedValue value, LocalDate asOf, Instant at) {
    Told told = value.told().orElseThrow();
    return new ProtectedValue(value.about(), value.kind(), value.value(), Optional.of(new Told(told.use(), told.part(), asOf, told.dated(), at)));
  }

  private static List<ProtectedValue> contact(PersonId about, Kind kind, String value, Use use) {
    var told = new Told(use, about.value() + "-contact", JANUARY, true, Invented.NOW);
    return List.of(new ProtectedValue(about, kind, new Personal(value), Optional.of(told)));
  }
}
