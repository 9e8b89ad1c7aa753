package org.infoshare.model;

import java.util.Locale;

/** In what right a giver consents. */
public enum Authority {
  SELF,
  PR,
  ATTORNEY,
  BEST_INTERESTS,
  NONE;

  /** The word of the policy and of the canonical form, for example {@code self}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
