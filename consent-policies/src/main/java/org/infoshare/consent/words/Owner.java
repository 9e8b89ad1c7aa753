package org.infoshare.consent.words;

/** Who owes an obligation. */
public enum Owner implements Word {
  SENDER("the sender"),
  SENDER_LEAD("the sender’s safeguarding lead"),
  RECIPIENT("the recipient"),
  RECIPIENT_DUTY_TEAM("the recipient’s duty team"),
  DUTY_TEAM("the duty team"),
  IG("information governance"),
  GATEWAY("the gateway");

  private final String inWords;

  Owner(String inWords) {
    this.inWords = inWords;
  }

  /** As a person reads it. */
  public String inWords() {
    return inWords;
  }
}
