package org.infoshare.consent;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a rule of the kernel, for its three readers.
 *
 * @param title the sentence that a practitioner reads
 * @param description what an IG lead reads
 * @param rule the rule's name; {@code *} stands for what is filled in
 * @param hook the law or guidance that it rests on
 * @param person what the person concerned may be told
 */
public record RuleText(
    String title, String description, String rule, String hook, String person) {

  private static final Pattern LEFT_OPEN =
      Pattern.compile("the (?:basis|power|enactment or order) that the (?:rule|record|bar) names");

  /** The hook with that filled in which it leaves to each decision. */
  String hook(String law) {
    return LEFT_OPEN.matcher(hook).replaceAll(Matcher.quoteReplacement(law));
  }
}
