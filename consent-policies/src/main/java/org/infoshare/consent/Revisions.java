package org.infoshare.consent;

/**
 * Which policy answered.
 *
 * @param kernel the revision of the rules, which engineers keep
 * @param tables the revision of tables, agreements and texts, which IG leads keep
 */
public record Revisions(String kernel, String tables) {}
