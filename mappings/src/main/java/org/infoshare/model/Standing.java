package org.infoshare.model;

import java.util.Locale;

/** Whether a segment states a fact, an opinion or an allegation. */
public enum Standing {
  FACT,
  OPINION,
  ALLEGATION;

  /** The word of the policy and of the canonical form, for example {@code fact}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
