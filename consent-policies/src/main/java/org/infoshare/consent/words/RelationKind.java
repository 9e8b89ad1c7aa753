package org.infoshare.consent.words;

/** How one person stands to another, read from the first to the second. */
public enum RelationKind implements Word {
  ALLEGED_ABUSER_OF,
  PARTNER_OF,
  RELATIVE_OF,
  ASSOCIATE_OF,
  PR_FOR,
  PARENT_OF,
  LIVES_WITH
}
