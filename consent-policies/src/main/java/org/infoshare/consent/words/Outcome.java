package org.infoshare.consent.words;

/** The answer for a whole message to one recipient. */
public enum Outcome implements Word {
  PERMIT("PERMIT", "All of it goes"),
  PERMIT_REDACTED("PERMIT_REDACTED", "Some of it goes, some stays behind"),
  PERMIT_OVERRIDE("PERMIT_OVERRIDE", "It goes, although somebody refused or a rule stood against it"),
  HOLD("HOLD", "Nothing goes; a person decides"),
  DENY("DENY", "Nothing goes"),
  PERMIT_HOLD("PERMIT+HOLD", "Some of it goes, some waits for a person"),
  PERMIT_REDACTED_HOLD("PERMIT_REDACTED+HOLD", "Some of it goes, some stays behind or waits for a person"),
  PERMIT_OVERRIDE_HOLD(
      "PERMIT_OVERRIDE+HOLD",
      "Some of it goes, although somebody refused or a rule stood against it; some waits for a person");

  private final String word;
  private final String inWords;

  Outcome(String word, String inWords) {
    this.word = word;
    this.inWords = inWords;
  }

  /** As a person reads it. */
  public String inWords() {
    return inWords;
  }

  @Override
  public String word() {
    return word;
  }
}
