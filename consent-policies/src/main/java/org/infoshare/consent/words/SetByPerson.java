package org.infoshare.consent.words;

/** A circumstance that only a person can state. */
public enum SetByPerson implements Word {
  ASK_AGAIN,
  WITHDRAWN_AFTER_DELIVERY,
  OVERRIDE_NOT_UPHELD
}
