package org.infoshare.consent.words;

/** Whether a segment says a fact, an opinion or an allegation. */
public enum Standing implements Word {
  FACT,
  OPINION,
  ALLEGATION
}
