package org.infoshare.model;

import java.util.Locale;

/**
 * What a person is in the family, as any recipient may read it. Coarser than {@link PersonType}:
 * that somebody is a victim, an alleged perpetrator or the referrer is not told by way of their
 * name.
 */
public enum FamilyRole {
  CHILD,
  UNBORN_CHILD,
  PARENT,
  CARER,
  OTHER;

  /** The word of the canonical form, for example {@code unborn_child}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
