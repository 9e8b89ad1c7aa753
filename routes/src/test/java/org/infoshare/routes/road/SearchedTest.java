package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.routes.road.Invented.CHILD;
import static org.infoshare.routes.road.Invented.MOTHER;
import static org.infoshare.routes.road.Invented.NOW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infoshare.model.Content;
import org.infoshare.model.Family;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.Referral;
import org.infoshare.model.Segment;
import org.infoshare.routes.road.ProtectedValue.Kind;
import org.junit.jupiter.api.Test;

/** Which names and places the leak guard looks for, by what the case knows of each person. */
class SearchedTest {

  private static final Segment NEW_NAME = Invented.name(MOTHER, "Testa", "Newname");
  private static final Segment OLD_NAME = Invented.name(MOTHER, "Testa", "Sample");

  @Test
  void a_new_name_is_looked_for_where_only_an_earlier_message_protected_the_person() {
    assertThat(names(searched(Set.of(MOTHER), List.of(OLD_NAME, NEW_NAME))))
        .containsExactlyInAnyOrder("Testa Sample", "Testa Newname");
  }

  @Test
  void the_names_of_others_are_not() {
    assertThat(names(searched(Set.of(CHILD), List.of(OLD_NAME, NEW_NAME)))).isEmpty();
  }

  @Test
  void a_name_that_goes_is_not_and_another_of_the_same_person_is() {
    assertThat(names(searched(Set.of(MOTHER), List.of(OLD_NAME, NEW_NAME), OLD_NAME)))
        .containsExactly("Testa Newname");
  }

  @Test
  void a_shorter_form_of_a_name_that_goes_is_not() {
    var whole = Invented.name(MOTHER, "Testa Ann", "Sample-Person");
    assertThat(names(searched(Set.of(MOTHER), List.of(OLD_NAME, whole), whole))).isEmpty();
  }

  @Test
  void of_another_person_it_is() {
    var childs = Invented.name(CHILD, "Testa Ann", "Sample-Person");
    assertThat(names(searched(Set.of(MOTHER), List.of(OLD_NAME), childs))).containsExactly("Testa Sample");
  }

  @Test
  void the_name_of_a_place_is_looked_for_where_its_person_is_protected_or_barred_and_not_else() {
    var told = List.of(refuge());
    assertThat(places(searched(Set.of(MOTHER), Set.of(), told))).containsExactly("Rose Refuge");
    assertThat(places(searched(Set.of(), Set.of(MOTHER), told))).containsExactly("Rose Refuge");
    assertThat(places(searched(Set.of(CHILD), Set.of(CHILD), told))).isEmpty();
  }

  @Test
  void one_that_goes_is_not_unless_it_is_barred() {
    assertThat(places(searched(Set.of(MOTHER), Set.of(), List.of(refuge()), refuge()))).isEmpty();
    assertThat(places(searched(Set.of(MOTHER), Set.of(MOTHER), List.of(refuge()), refuge())))
        .containsExactly("Rose Refuge");
  }

  @Test
  void it_is_found_in_a_narrative_however_it_is_written_and_the_school_is_not() {
    var told =
        List.of(refuge(), address("St Nobody's C of E Primary School", "Madeuptown"));
    var wanted = Wanted.of(searched(Set.of(MOTHER), Set.of(), told));
    for (String text :
        List.of(
            "she stays at the ROSE refuge",
            "rose-refuge said so",
            "pupil of Saint Nobodys school",
            "St Nobody\u2019s C of E Primary School rang")) {
      assertThat(wanted.first(Folded.of(text))).as(text).isPresent();
    }
    for (String text :
        List.of(
            "the school in Madeuptown says so",
            "a refuge was looked for",
            "roses; refuge was refused",
            "St Nobody's church",
            "Primrose refuge")) {
      assertThat(wanted.first(Folded.of(text))).as(text).isEmpty();
    }
  }

  private static Segment refuge() {
    return address("The Rose Refuge", "Madeuptown");
  }

  private static Segment address(String... lines) {
    return Invented.segment(
        MOTHER + "-address",
        MOTHER,
        new Content.Whereabouts(
            Arrays.stream(lines).map(Personal::new).toList(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty()));
  }

  private static List<String> places(List<ProtectedValue> searched) {
    return searched.stream()
        .filter(value -> value.kind() == Kind.PLACE)
        .map(value -> value.value().value())
        .toList();
  }

  private static List<String> names(List<ProtectedValue> searched) {
    return searched.stream()
        .filter(value -> value.kind() == Kind.NAME)
        .map(value -> value.value().value())
        .toList();
  }

  private static List<ProtectedValue> searched(Set<PersonId> hidden, List<Segment> told, Segment... going) {
    return searched(hidden, Set.of(), told, going);
  }

  private static List<ProtectedValue> searched(
      Set<PersonId> hidden, Set<PersonId> barred, List<Segment> told, Segment... going) {
    var remembered = new ArrayList<ProtectedValue>();
    told.forEach(one -> remembered.addAll(ProtectedValues.of(message(one), NOW)));
    Family family =
        new Family(
            Invented.family().persons().stream()
                .map(person -> hidden.contains(person.id()) ? protectedPerson(person) : person)
                .toList(),
            List.of(),
            List.of(),
            List.of());
    var knowledge =
        new Knowledge(
            1, "1", family, family, Set.of(), Set.of(), remembered, List.of(), Set.of(), Set.of(), List.of(), List.of());
    return Searched.of(knowledge, message(going), barred);
  }

  private static Person protectedPerson(Person person) {
    return new Person(
        person.id(), person.type(), person.plan(), Optional.empty(), List.of(), true, List.of());
  }

  private static Referral message(Segment... segments) {
    return Invented.referral(Invented.risk(false), segments);
  }
}
