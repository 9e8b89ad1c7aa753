package org.infoshare.consent;

/** Whether a part that a decision lets go has left. */
public enum Gone {
  /** The recipient has it. */
  WENT("went"),
  /** It was sent, and nobody knows whether it arrived. */
  PERHAPS("may have arrived"),
  /** Before it is sent it is decided again. */
  NOT_YET("may go");

  private final String inWords;

  Gone(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }
}
