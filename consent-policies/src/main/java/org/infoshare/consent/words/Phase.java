package org.infoshare.consent.words;

/**
 * When the policy is asked: at intake, again at delivery and at every retry and replay, or as a
 * trial.
 */
public enum Phase implements Word {
  INTAKE,
  DELIVERY,
  RETRY,
  REPLAY,
  WHATIF
}
