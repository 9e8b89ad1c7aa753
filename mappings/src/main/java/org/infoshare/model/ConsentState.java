package org.infoshare.model;

import java.util.Locale;

/** What became of asking. */
public enum ConsentState {
  GIVEN,
  REFUSED,
  WITHDRAWN,
  NOT_ASKED_UNSAFE;

  /** The word of the policy and of the canonical form, for example {@code given}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
