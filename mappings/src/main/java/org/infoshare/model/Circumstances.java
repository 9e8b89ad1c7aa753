package org.infoshare.model;

import java.util.Locale;

/** How somebody was asked. */
public enum Circumstances {
  ALONE,
  PARTNER_PRESENT,
  PHONE,
  UNKNOWN;

  /** The word of the policy and of the canonical form, for example {@code alone}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
