package org.infoshare.gateway.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.infoshare.gateway.ledger.keys.CaseKey;
import org.infoshare.model.PersonId;
import org.infoshare.routes.road.ProtectedValue;

/**
 * A message's protected values, encrypted together. The same values of the same persons have the
 * same proof if their sender said the same of when they were so, or nothing, whenever they were told:
 * what is only repeated stays as old as it was.
 *
 * @param asOf the latest day of which one of them was told; empty where a sender did not say of each
 *     of when it is
 */
record SealedValues(byte[] mac, byte[] sealed, Optional<LocalDate> asOf) {

  /**
   * One value, with the registry's person.
   *
   * @param use empty, as what follows, if nobody said
   * @param part of the message that told it
   * @param dated the sender said that it was so on the day {@code asOf}; not so in what was kept
   *     before that was asked
   */
  record Entry(
      UUID about,
      ProtectedValue.Kind kind,
      String value,
      Optional<ProtectedValue.Use> use,
      Optional<String> part,
      Optional<LocalDate> asOf,
      boolean dated) {

    static Entry of(ProtectedValue value, UUID about) {
      var told = value.told();
      return new Entry(
          about,
          value.kind(),
          value.value().value(),
          told.map(ProtectedValue.Told::use),
          told.map(ProtectedValue.Told::part),
          told.map(ProtectedValue.Told::asOf),
          told.map(ProtectedValue.Told::dated).orElse(false));
    }

    boolean undated() {
      return use.isPresent() && !dated;
    }
  }

  /**
   * @param day if the sender said it
   */
  private record Proven(
      UUID about,
      ProtectedValue.Kind kind,
      String value,
      Optional<ProtectedValue.Use> use,
      Optional<LocalDate> day) {

    static Proven of(Entry entry) {
      return new Proven(
          entry.about(),
          entry.kind(),
          entry.value(),
          entry.use(),
          entry.asOf().filter(day -> entry.dated()));
    }
  }

  static SealedValues of(
      List<ProtectedValue> values, Function<PersonId, UUID> who, CaseKey key, String place) {
    List<Entry> entries =
        values.stream()
            .map(value -> Entry.of(value, who.apply(value.about())))
            .distinct()
            .sorted(
                Comparator.comparing(Entry::about)
                    .thenComparing(Entry::kind)
                    .thenComparing(Entry::value)
                    .thenComparing(entry -> entry.use().map(Enum::name).orElse(""))
                    .thenComparing(entry -> entry.part().orElse("")))
            .toList();
    byte[] proven = Rows.bytes(entries.stream().map(Proven::of).distinct().toList());
    return new SealedValues(
        key.proof().of(proven),
        key.content().seal(Rows.bytes(entries), place),
        entries.stream().anyMatch(Entry::undated)
            ? Optional.empty()
            : entries.stream()
                .flatMap(entry -> entry.asOf().stream())
                .max(Comparator.naturalOrder()));
  }

  static List<Entry> open(byte[] sealed, CaseKey key, String place) {
    return List.of(Rows.read(key.content().open(sealed, place), Entry[].class));
  }
}
