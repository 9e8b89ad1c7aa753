package org.infoshare.consent.words;

/** The social worker's level of harm to the child. */
public enum Rag implements Word {
  RED,
  AMBER,
  GREEN,
  UNKNOWN
}
