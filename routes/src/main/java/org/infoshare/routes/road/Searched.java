package org.infoshare.routes.road;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;

/**
 * What the leak guard looks for in one delivery: every protected value of the case but those that are released to this
 * recipient now. A value barred for one person is looked for even if it is released for another.
 */
final class Searched {

  private Searched() {}

  static List<ProtectedValue> of(Knowledge knowledge, CaseMessage released, Set<PersonId> barredPlaces) {
    Set<String> goes =
        released.segments().stream()
            .flatMap(segment -> ProtectedValues.in(segment, true).stream())
            .flatMap(Searched::parts)
            .map(Searched::form)
            .collect(Collectors.toSet());
    return knowledge.protectedValues().stream()
        .flatMap(Searched::parts)
        .filter(value -> barred(value, barredPlaces) || !goes.contains(form(value)))
        .distinct()
        .toList();
  }

  /** Of these, what is barred for this recipient: no single person's release of a guard's hit opens it. */
  static List<ProtectedValue> barredOnly(List<ProtectedValue> searched, Set<PersonId> barredPlaces) {
    return searched.stream().filter(value -> barred(value, barredPlaces)).toList();
  }

  private static boolean barred(ProtectedValue value, Set<PersonId> barredPlaces) {
    return value.kind() != ProtectedValue.Kind.NAME && barredPlaces.contains(value.about());
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
