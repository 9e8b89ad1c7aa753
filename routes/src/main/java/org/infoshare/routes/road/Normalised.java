package org.infoshare.routes.road;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a protected value may be written: every form that means the same, folded, and whether it means anything at all. */
final class Normalised {

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\p{Cf}]+");
  private static final Pattern UNIT = Pattern.compile("(?i)^(?:flat|apartment|apt|flt|unit|room|floor)\\s*\\w{1,4}\\b[\\s,]*");
  private static final int FORMS_AT_MOST = 64;

  /** What is written in more than one way; the first stands for all. An ampersand is no letter, so "and" may be nothing. */
  private static final List<List<String>> SAME =
      List.of(
          List.of("road", "rd"),
          List.of("street", "st", "str"),
          List.of("saint", "st"),
          List.of("avenue", "ave", "av"),
          List.of("lane", "ln"),
          List.of("drive", "dr"),
          List.of("close", "cl"),
          List.of("court", "ct", "crt"),
          List.of("crescent", "cres", "cr"),
          List.of("gardens", "gdns"),
          List.of("place", "pl"),
          List.of("square", "sq"),
          List.of("terrace", "ter", "terr"),
          List.of("grove", "gr", "grv"),
          List.of("park", "pk"),
          List.of("parade", "pde"),
          List.of("house", "hse"),
          List.of("mount", "mt"),
          List.of("flat", "apartment", "apt", "flt"),
          List.of("and", ""));

  private Normalised() {}

  /** One form for all that mean the same: equal forms are the same value. */
  static String value(ProtectedValue value) {
    if (value.kind() == ProtectedValue.Kind.TELEPHONE) {
      return String.join(" ", TelephoneNumbers.national(value.value().value()));
    }
    var form = new StringBuilder();
    for (String word : words(value.value().value())) {
      form.append(ways(word).getFirst());
    }
    return Folded.letters(form);
  }

  /** Every way in which it is looked for. */
  static Set<String> forms(ProtectedValue value) {
    String text = value.value().value();
    var forms = new LinkedHashSet<String>();
    switch (value.kind()) {
      case TELEPHONE -> forms.addAll(TelephoneNumbers.national(text));
      case EMAIL -> {
        forms.add(Folded.letters(text));
        forms.add(Folded.letters(text.replace("@", "at").replace(".", "dot")));
        forms.add(Folded.letters(text.replace("@", "at")));
      }
      case NAME -> {
        forms.add(Folded.letters(text));
        String[] names = text.strip().split("\\s+", 2);
        forms.add(Folded.letters(names.length == 2 ? names[1] + names[0] : text));
      }
      case POSTCODE -> forms.add(Folded.letters(text));
      case ADDRESS_LINE, PLACE -> written(words(text)).forEach(form -> forms.add(Folded.letters(form)));
    }
    return forms;
  }

  /** The value itself, and of an address what stands between its commas and behind the number of a flat; each of several numbers. */
  static List<String> parts(ProtectedValue value) {
    String text = value.value().value();
    if (value.kind() == ProtectedValue.Kind.TELEPHONE) {
      List<String> numbers = TelephoneNumbers.in(text);
      return numbers.isEmpty() ? List.of(text) : numbers;
    }
    if (value.kind() != ProtectedValue.Kind.ADDRESS_LINE) {
      return List.of(text);
    }
    var parts = new LinkedHashSet<String>(List.of(text));
    for (String part : text.split("[,;\\n]")) {
      parts.add(part.strip());
      parts.add(UNIT.matcher(part.strip()).replaceFirst("").strip());
    }
    parts.add(UNIT.matcher(text).replaceFirst("").strip());
    return parts.stream().filter(part -> !part.isBlank()).toList();
  }

  /** The words that it is made of, folded, in any order. */
  static Set<String> words(ProtectedValue value) {
    return words(value.value().value()).stream().map(Folded::letters).collect(Collectors.toSet());
  }

  private static List<String> words(String text) {
    return WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> written(List<String> words) {
    List<String> forms = List.of("");
    for (String word : words) {
      var longer = new ArrayList<String>();
      List<String> ways = forms.size() > FORMS_AT_MOST ? List.of(word) : ways(word);
      for (String form : forms) {
        ways.forEach(way -> longer.add(form + way));
      }
      forms = longer;
    }
    return forms;
  }

  private static List<String> ways(String word) {
    var ways = new LinkedHashSet<String>();
    SAME.stream().filter(same -> same.contains(word) && !word.isEmpty()).forEach(ways::addAll);
    return ways.isEmpty() ? List.of(word) : List.copyOf(ways);
  }

  /** Whether a value, so written, is rare enough to mean something when it is found. */
  static boolean tellsSomething(ProtectedValue value, String form) {
    return switch (value.kind()) {
      case POSTCODE -> form.length() >= 5;
      case TELEPHONE -> form.length() >= 9;
      case EMAIL, NAME, PLACE -> form.length() >= 6;
      // A line without a number is a town or a county; one that is only a flat's number tells nobody where to go either.
      case ADDRESS_LINE ->
          form.length() >= 6
              && value.value().value().chars().anyMatch(Character::isDigit)
              && !UNIT.matcher(value.value().value()).replaceFirst("").isBlank();
    };
  }
}
