package org.infoshare.model;

import java.util.Locale;

/** A practitioner's rating of the harm to a child; {@code unknown} where nobody rated it. */
public enum Rag {
  GREEN,
  AMBER,
  RED,
  UNKNOWN;

  /** The word of the policy and of the canonical form, for example {@code green}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
