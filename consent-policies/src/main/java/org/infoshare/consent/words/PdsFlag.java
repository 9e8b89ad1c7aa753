package org.infoshare.consent.words;

/** The NHS record's own flag: unrestricted, restricted (whereabouts are kept), or unknown to it. */
public enum PdsFlag implements Word {
  U("U"),
  R("R"),
  NONE("none");

  private final String word;

  PdsFlag(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
