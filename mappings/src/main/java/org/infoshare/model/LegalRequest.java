package org.infoshare.model;

/** An enactment under which a recipient may ask for information, and is to be given it. */
public enum LegalRequest {
  /** Children Act 1989, section 47: a local authority's enquiries. */
  S47("s47"),
  /** Children Act 2004, section 16H: a safeguarding partner's request. */
  S16H("s16H");

  private final String word;

  LegalRequest(String word) {
    this.word = word;
  }

  /** The word of the policy and of the canonical form, for example {@code s16H}. */
  public String word() {
    return word;
  }
}
