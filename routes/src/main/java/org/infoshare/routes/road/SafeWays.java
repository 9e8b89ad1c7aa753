package org.infoshare.routes.road;

import java.util.List;
import java.util.regex.Pattern;

/** The words in which an agency says how somebody can be reached safely: one clause names a way, another warns of one. */
final class SafeWays {

  private static final Pattern BETWEEN_CLAUSES = Pattern.compile("[,;!?\\n]|\\.(?=\\s|$)|\\b(?:but|instead)\\b");
  private static final Pattern WARNING =
      Pattern.compile("(?i)\\b(?:never|not|no longer|don['\u2019]?t|isn['\u2019]?t|avoid|unsafe|nor)\\b");
  // "Leave no message on ..." says how to use a way, not that it is unsafe.
  private static final Pattern ABOUT_MESSAGES = Pattern.compile("(?i)\\b(?:messages?|voice ?mails?|answer(?:ing)? ?(?:phone|machine)s?)\\b");

  private SafeWays() {}

  /**
   * @param warns it says how they must not be reached
   */
  record Clause(String text, boolean warns) {}

  static List<Clause> clauses(String text) {
    return BETWEEN_CLAUSES
        .splitAsStream(text)
        .filter(clause -> !clause.isBlank())
        .map(clause -> new Clause(clause.strip(), warns(clause)))
        .toList();
  }

  private static boolean warns(String clause) {
    return WARNING.matcher(clause).find() && !ABOUT_MESSAGES.matcher(clause).find();
  }
}
