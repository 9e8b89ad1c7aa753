package org.infoshare.consent.words;

/** Whether it is certain, or only possible, that this is the person whom another agency told of. */
public enum Match implements Word {
  CERTAIN,
  POSSIBLE
}
