package org.infoshare.consent.words;

/** The part that a person has in the case. */
public enum PersonType implements Word {
  INDEX_CHILD,
  SIBLING,
  PARENT,
  CARER,
  ADULT_AT_RISK,
  VICTIM,
  ALLEGED_PERPETRATOR,
  HOUSEHOLD,
  REFERRER,
  UNBORN,
  DECEASED
}
