package org.infoshare.routes.road;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers one by one, however many stand beside each other, in whatever groups and with whatever beginning
 * they are written.
 */
final class TelephoneNumbers {

  private static final String BETWEEN = "[\\h()./\\p{Pd}\\p{Cf}]{0,3}";
  private static final String COUNTRY = "(?:(?:\\+|00)" + BETWEEN + ")?44" + BETWEEN + "(?:0" + BETWEEN + ")?";
  private static final String NATIONAL = "([1-9](?:" + BETWEEN + "\\d){8,9})(?!\\d)";
  private static final Pattern WITH_ITS_BEGINNING = Pattern.compile("(?<!\\d)(?:" + COUNTRY + "|0" + BETWEEN + ")" + NATIONAL);
  private static final Pattern ABROAD =
      Pattern.compile("(?<!\\d)(?:\\+|00)" + BETWEEN + "((?!44)[1-9](?:" + BETWEEN + "\\d){7,13})(?!\\d)");
  // A sheet takes the first 0 off a number; ten digits else are a number too, or as secret as one.
  private static final Pattern WITHOUT_ITS_BEGINNING = Pattern.compile("(?<!\\d)([1-9](?:" + BETWEEN + "\\d){9})(?!\\d)");
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(?:\\d{1,2}([./-])\\d{1,2}\\1(?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d)");

  private TelephoneNumbers() {}

  /** As they are written there. */
  static List<String> in(String text) {
    var written = new LinkedHashSet<String>();
    find(plain(text), written, new LinkedHashSet<>());
    return List.copyOf(written);
  }

  /** Without their beginnings. Of a field that is said to hold one, what is none of a known form is all its digits. */
  static Set<String> national(String field) {
    var numbers = new LinkedHashSet<String>();
    find(plain(field), new LinkedHashSet<>(), numbers);
    if (numbers.isEmpty()) {
      numbers.add(digits(Folded.letters(field)));
    }
    return numbers;
  }

  private static void find(String text, Set<String> written, Set<String> numbers) {
    String days = DAY.matcher(text).replaceAll("day");
    String rest = take(WITH_ITS_BEGINNING, take(ABROAD, days, written, numbers), written, numbers);
    take(WITHOUT_ITS_BEGINNING, rest, written, numbers);
  }

  /** What is left once those are taken out. A day before a number may look like its beginning, so each place is a start. */
  private static String take(Pattern pattern, String text, Set<String> written, Set<String> numbers) {
    Matcher found = pattern.matcher(text);
    var rest = new StringBuilder(text);
    for (int from = 0; found.find(from); from = found.start() + 1) {
      if (numbers.add(digits(found.group(1)))) {
        written.add(found.group());
      }
      rest.replace(found.start(), found.end(), "x".repeat(found.end() - found.start()));
    }
    return rest.toString();
  }

  private static String digits(String number) {
    var digits = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '1' && c <= '9' || c == '0' && !digits.isEmpty()) {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
