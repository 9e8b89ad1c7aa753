package org.infoshare.consent.words;

/** What the person said, as the sender recorded it. */
public enum ConsentState implements Word {
  GIVEN,
  REFUSED,
  WITHDRAWN,
  NOT_ASKED_UNSAFE
}
