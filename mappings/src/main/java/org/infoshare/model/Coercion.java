package org.infoshare.model;

import java.util.Locale;

/** Whether somebody was made to agree. */
public enum Coercion {
  NONE,
  SUSPECTED,
  KNOWN;

  /** The word of the policy and of the canonical form, for example {@code none}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
