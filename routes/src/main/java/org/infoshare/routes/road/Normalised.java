package org.infoshare.routes.road;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One written form for all that mean the same: case, accents, spacing and punctuation gone, street words shortened, telephone
 * numbers without their country code. What is left is letters and digits only.
 */
final class Normalised {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern COUNTRY_CODE = Pattern.compile("(?:00|\\+)44\\s*(?:\\(0\\))?");
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("road", "rd"),
          Map.entry("street", "st"),
          Map.entry("saint", "st"),
          Map.entry("avenue", "ave"),
          Map.entry("av", "ave"),
          Map.entry("lane", "ln"),
          Map.entry("drive", "dr"),
          Map.entry("close", "cl"),
          Map.entry("court", "ct"),
          Map.entry("crescent", "cres"),
          Map.entry("gardens", "gdns"),
          Map.entry("place", "pl"),
          Map.entry("square", "sq"),
          Map.entry("terrace", "ter"),
          Map.entry("apartment", "flat"),
          Map.entry("apt", "flat"));

  private Normalised() {}

  static String text(String text) {
    String plain = COUNTRY_CODE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("0");
    String folded = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    var squeezed = new StringBuilder(folded.length());
    for (String word : NEITHER_LETTER_NOR_DIGIT.split(folded)) {
      squeezed.append(SHORT.getOrDefault(word, word));
    }
    return squeezed.toString();
  }

  static String value(ProtectedValue value) {
    return text(value.value().value());
  }

  /** Whether a value, so written, is rare enough to mean something when it is found. */
  static boolean tellsSomething(ProtectedValue value, String normalised) {
    return switch (value.kind()) {
      case POSTCODE -> normalised.length() >= 5;
      case TELEPHONE -> normalised.length() >= 9;
      case EMAIL, NAME, PLACE -> normalised.length() >= 6;
      // A line without a number is a town or a county; alone it tells nobody where to go.
      case ADDRESS_LINE -> normalised.length() >= 6 && normalised.chars().anyMatch(Character::isDigit);
    };
  }
}
