package org.infoshare.consent.words;

/** The requirement under which treatment is given; it names what supervision may learn. */
public enum CourtOrder implements Word {
  DRUG_REHABILITATION,
  ALCOHOL_TREATMENT,
  MENTAL_HEALTH_TREATMENT,
  PERPETRATOR_PROGRAMME
}
