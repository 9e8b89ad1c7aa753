package org.infoshare.consent.words;

/** Who was there when a person was asked. */
public enum Circumstances implements Word {
  ALONE,
  PARTNER_PRESENT,
  PHONE,
  UNKNOWN
}
