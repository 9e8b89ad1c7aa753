package org.infoshare.mapping;

/** What every recall says in words, whatever the form. */
public final class RecallText {

  public static final String WHAT_TO_DO =
      "Use these parts no longer. Erase them, or keep them unused where the law asks you to keep them,"
          + " and confirm that you have.";

  private RecallText() {}
}
