package org.infoshare.consent.words;

/** What kind of organisation a sender or a recipient is. */
public enum AgencyKind implements Word {
  LA_CSC,
  NHS,
  SUBSTANCE_SERVICE,
  PROBATION,
  DA_SERVICE,
  POLICE,
  EDUCATION,
  CHARITY
}
