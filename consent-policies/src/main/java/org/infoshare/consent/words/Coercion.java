package org.infoshare.consent.words;

/** Whether anyone suspects, or knows, that the answer was not free. */
public enum Coercion implements Word {
  NONE,
  SUSPECTED,
  KNOWN
}
