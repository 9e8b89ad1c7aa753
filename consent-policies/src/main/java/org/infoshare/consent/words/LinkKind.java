package org.infoshare.consent.words;

/** What a recipient's organisation has to do with a person. */
public enum LinkKind implements Word {
  SUPERVISES,
  TREATS,
  SUPPORTS,
  EMPLOYS,
  RELATED
}
