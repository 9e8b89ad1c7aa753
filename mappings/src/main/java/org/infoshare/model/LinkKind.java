package org.infoshare.model;

import java.util.Locale;

/** How an agency is linked to a person. */
public enum LinkKind {
  SUPERVISES,
  TREATS,
  SUPPORTS,
  EMPLOYS,
  RELATED;

  /** The word of the policy and of the canonical form, for example {@code supervises}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
