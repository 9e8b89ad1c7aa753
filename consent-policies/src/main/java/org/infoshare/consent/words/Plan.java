package org.infoshare.consent.words;

/** The plan that a child is on: child protection, child in need, or none. */
public enum Plan implements Word {
  CP("CP"),
  CIN("CIN"),
  NONE("none");

  private final String word;

  Plan(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
