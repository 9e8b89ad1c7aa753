package org.infoshare.consent.words;

/** What a court or the law has laid upon a segment. */
public enum Restriction implements Word {
  COURT_ORDER,
  LEGAL_PRIVILEGE
}
