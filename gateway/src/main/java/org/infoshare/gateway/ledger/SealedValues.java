package org.infoshare.gateway.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.model.PersonId;
import org.infoshare.routes.road.ProtectedValue;

/**
 * A message's protected values, encrypted together; the same values of the same persons have the
 * same proof.
 */
record SealedValues(byte[] mac, byte[] sealed) {

  /** One value, with the registry's person. */
  record Entry(UUID about, ProtectedValue.Kind kind, String value) {}

  static SealedValues of(
      List<ProtectedValue> values, Function<PersonId, UUID> who, CaseKey key, String place) {
    List<Entry> entries =
        values.stream()
            .map(value -> new Entry(who.apply(value.about()), value.kind(), value.value().value()))
            .distinct()
            .sorted(
                Comparator.comparing(Entry::about)
                    .thenComparing(Entry::kind)
                    .thenComparing(Entry::value))
            .toList();
    byte[] plain = Rows.bytes(entries);
    return new SealedValues(key.proof().of(plain), key.content().seal(plain, place));
  }

  static List<Entry> open(byte[] sealed, CaseKey key, String place) {
    return List.of(Rows.read(key.content().open(sealed, place), Entry[].class));
  }
}
