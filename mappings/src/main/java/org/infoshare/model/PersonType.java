package org.infoshare.model;

import java.util.Locale;

/** What a person is in this message. */
public enum PersonType {
  INDEX_CHILD,
  SIBLING,
  PARENT,
  CARER,
  ADULT_AT_RISK,
  VICTIM,
  ALLEGED_PERPETRATOR,
  HOUSEHOLD,
  REFERRER,
  UNBORN,
  DECEASED;

  /** The word of the policy and of the canonical form, for example {@code index_child}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
