package org.infoshare.routes.road;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values that are looked for, in every form, found in one pass over a text. */
final class Wanted {

  private static final int HEAD = 4;
  private static final int FILTER = 1 << 14;
  private static final int LONG_ENOUGH_TO_STAND_ANYWHERE = 12;
  private static final List<String> BEFORE_A_NUMBER = List.of("", "0", "00", "44", "440", "0044", "00440");

  /** Found from one folded letter to another. */
  record Found(ProtectedValue.Kind kind, int from, int to) {}

  private record Form(String letters, ProtectedValue.Kind kind, boolean numbersAndLetters) {}

  private final Map<Long, List<Form>> byHead = new HashMap<>();
  private final boolean[] filter = new boolean[FILTER];

  static Wanted of(List<ProtectedValue> values) {
    return all(values.stream().filter(value -> Normalised.tellsSomething(value, Normalised.value(value))).toList());
  }

  /** Those too, that are too common to mean anything when they are found: a town is no hit, but is not shown either. */
  static Wanted all(List<ProtectedValue> values) {
    var wanted = new Wanted();
    for (ProtectedValue value : values) {
      Normalised.forms(value).forEach(form -> wanted.add(form, value));
    }
    return wanted;
  }

  private void add(String letters, ProtectedValue value) {
    if (letters.length() <= HEAD) {
      return;
    }
    boolean mixed = value.kind() == ProtectedValue.Kind.POSTCODE || value.kind() == ProtectedValue.Kind.ADDRESS_LINE;
    long head = 0;
    for (int i = 0; i < HEAD; i++) {
      head = head << 16 | letters.charAt(i);
    }
    byHead.computeIfAbsent(head, none -> new ArrayList<>()).add(new Form(letters, value.kind(), mixed));
    filter[slot(head)] = true;
  }

  boolean isEmpty() {
    return byHead.isEmpty();
  }

  Optional<Found> first(Folded text) {
    return after(text, 0);
  }

  /** Every place at which one of them stands; they may overlap. */
  List<Found> all(Folded text) {
    var all = new ArrayList<Found>();
    for (var found = after(text, 0); found.isPresent(); found = after(text, found.get().from() + 1)) {
      all.add(found.get());
    }
    return all;
  }

  private Optional<Found> after(Folded text, int start) {
    long head = 0;
    for (int i = start; i < text.length(); i++) {
      head = head << 16 | text.at(i);
      if (i >= start + HEAD - 1 && filter[slot(head)]) {
        int from = i - HEAD + 1;
        for (Form form : byHead.getOrDefault(head, List.of())) {
          if (text.matches(from, form.letters()) && standsAlone(text, from, form)) {
            return Optional.of(new Found(form.kind(), from, from + form.letters().length()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int slot(long head) {
    return (int) ((head * 0x9E3779B97F4A7C15L) >>> 50);
  }

  /** It is a value of its own there, not the end of 112 or the beginning of Closeted. */
  private static boolean standsAlone(Folded text, int from, Form form) {
    int to = from + form.letters().length();
    if (text.splitsNumber(to)) {
      return false;
    }
    if (form.kind() == ProtectedValue.Kind.TELEPHONE) {
      return BEFORE_A_NUMBER.stream()
          .anyMatch(before -> text.matches(from - before.length(), before) && !text.splitsNumber(from - before.length()));
    }
    if (text.splitsNumber(from)) {
      return false;
    }
    boolean anywhere =
        (form.numbersAndLetters() && form.letters().length() >= 6 || form.letters().length() >= LONG_ENOUGH_TO_STAND_ANYWHERE)
            && text.inOnePiece(from, to);
    return anywhere || !text.splitsWord(from) && !text.splitsWord(to);
  }
}
