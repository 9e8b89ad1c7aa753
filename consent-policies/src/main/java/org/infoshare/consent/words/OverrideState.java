package org.infoshare.consent.words;

/** How far a sender's claims of immediate risk have been upheld by review lately. */
public enum OverrideState implements Word {
  NORMAL,
  WATCH,
  PHONE_FIRST
}
