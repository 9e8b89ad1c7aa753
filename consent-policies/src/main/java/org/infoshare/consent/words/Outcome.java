package org.infoshare.consent.words;

/** The answer for a whole message to one recipient. */
public enum Outcome implements Word {
  PERMIT("PERMIT"),
  PERMIT_REDACTED("PERMIT_REDACTED"),
  PERMIT_OVERRIDE("PERMIT_OVERRIDE"),
  HOLD("HOLD"),
  DENY("DENY"),
  PERMIT_HOLD("PERMIT+HOLD"),
  PERMIT_REDACTED_HOLD("PERMIT_REDACTED+HOLD"),
  PERMIT_OVERRIDE_HOLD("PERMIT_OVERRIDE+HOLD");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
