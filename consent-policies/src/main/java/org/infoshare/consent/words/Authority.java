package org.infoshare.consent.words;

/**
 * By what right the giver spoke: for oneself, with parental responsibility, as attorney, in best
 * interests, or by none.
 */
public enum Authority implements Word {
  SELF,
  PR,
  ATTORNEY,
  BEST_INTERESTS,
  NONE
}
