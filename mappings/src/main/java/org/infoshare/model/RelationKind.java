package org.infoshare.model;

import java.util.Locale;

/**
 * How one person stands to another; {@code a} is the subject: a is an alleged abuser of b, a is a
 * parent of b.
 */
public enum RelationKind {
  ALLEGED_ABUSER_OF,
  PARTNER_OF,
  RELATIVE_OF,
  ASSOCIATE_OF,
  PR_FOR,
  PARENT_OF,
  LIVES_WITH;

  /** The word of the policy and of the canonical form, for example {@code alleged_abuser_of}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
