package org.infoshare.consent.words;

/** What becomes of one segment: it goes, it stays out, or a person decides. */
public enum Where implements Word {
  GOES,
  OUT,
  HELD
}
