package org.infoshare.consent;

/**
 * What stands above a rule of the kernel, for its three readers.
 *
 * @param title the sentence that a practitioner reads
 * @param description what an IG lead reads
 * @param rule the rule's name; {@code *} stands for what is filled in
 * @param hook the law or guidance that it rests on
 * @param person what the person concerned may be told
 */
public record RuleText(String title, String description, String rule, String hook, String person) {}
