package org.infoshare.routes.road;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.routes.road.ProtectedValue.Kind;

/**
 * What the leak guard looks for in one delivery: every protected value of the case but those that are released to this
 * recipient now. A value barred for one person is looked for even if it is released for another. Names are looked for of those
 * only whose whereabouts somebody said are protected, in whatever message; names of places, of those or where they are barred.
 */
final class Searched {

  private Searched() {}

  static List<ProtectedValue> of(Knowledge knowledge, CaseMessage released, Set<PersonId> barredPlaces) {
    Set<String> goes =
        released.segments().stream()
            .flatMap(segment -> ProtectedValues.in(segment).stream())
            .flatMap(Searched::parts)
            .map(Searched::form)
            .collect(Collectors.toSet());
    Set<PersonId> hidden =
        knowledge.family().persons().stream()
            .filter(Person::locationProtected)
            .map(Person::id)
            .collect(Collectors.toSet());
    Predicate<ProtectedValue> toldByAName = toldByAName(released);
    return knowledge.protectedValues().stream()
        .filter(
            value ->
                switch (value.kind()) {
                  case NAME -> hidden.contains(value.about()) && !toldByAName.test(value);
                  case PLACE -> hidden.contains(value.about()) || barred(value, barredPlaces);
                  case ADDRESS_LINE, POSTCODE, TELEPHONE, EMAIL -> true;
                })
        .flatMap(Searched::parts)
        .filter(value -> barred(value, barredPlaces) || !goes.contains(form(value)))
        .distinct()
        .toList();
  }

  /** Whether a name tells no more than one of the same person that goes: "Testa Sample" beside "Testa Ann Sample". */
  private static Predicate<ProtectedValue> toldByAName(CaseMessage released) {
    List<ProtectedValue> going =
        released.segments().stream()
            .flatMap(segment -> ProtectedValues.in(segment).stream())
            .filter(value -> value.kind() == Kind.NAME)
            .toList();
    return name ->
        going.stream()
            .filter(told -> told.about().equals(name.about()))
            .anyMatch(told -> Normalised.words(told).containsAll(Normalised.words(name)));
  }

  /** Of these, what is barred for this recipient: no single person's release of a guard's hit opens it. */
  static List<ProtectedValue> barredOnly(List<ProtectedValue> searched, Set<PersonId> barredPlaces) {
    return searched.stream().filter(value -> barred(value, barredPlaces)).toList();
  }

  private static boolean barred(ProtectedValue value, Set<PersonId> barredPlaces) {
    return value.kind() != Kind.NAME && barredPlaces.contains(value.about());
  }

  /** "Flat 2, 12 Invented Road" is found by "12 Invented Road" as well. */
  private static Stream<ProtectedValue> parts(ProtectedValue value) {
    return Normalised.parts(value).stream()
        .map(part -> new ProtectedValue(value.about(), value.kind(), new Personal(part)));
  }

  private static String form(ProtectedValue value) {
    return Normalised.value(value);
  }
}
