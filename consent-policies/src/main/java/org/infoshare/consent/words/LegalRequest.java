package org.infoshare.consent.words;

/**
 * The enactment under which the recipient asked: Children Act 1989 s.47 or Children Act 2004 s.16H.
 */
public enum LegalRequest implements Word {
  S47("s47"),
  S16H("s16H");

  private final String word;

  LegalRequest(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
