package org.infoshare.model;

/** The plan that a child is on: child in need, child protection, or none. */
public enum PlanType {
  CIN("CIN"),
  CP("CP"),
  NONE("none");

  private final String word;

  PlanType(String word) {
    this.word = word;
  }

  /** The word of the policy and of the canonical form, for example {@code CP}. */
  public String word() {
    return word;
  }
}
