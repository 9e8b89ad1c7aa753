package org.infoshare.routes.road;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.PersonId;

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
            .map(Searched::form)
            .collect(Collectors.toSet());
    return knowledge.protectedValues().stream()
        .filter(value -> barred(value, barredPlaces) || !goes.contains(form(value)))
        .toList();
  }

  /** Of these, what is barred for this recipient: no single person's release of a guard's hit opens it. */
  static List<ProtectedValue> barredOnly(List<ProtectedValue> searched, Set<PersonId> barredPlaces) {
    return searched.stream().filter(value -> barred(value, barredPlaces)).toList();
  }

  private static boolean barred(ProtectedValue value, Set<PersonId> barredPlaces) {
    return value.kind() != ProtectedValue.Kind.NAME && barredPlaces.contains(value.about());
  }

  private static String form(ProtectedValue value) {
    return Normalised.value(value);
  }
}
