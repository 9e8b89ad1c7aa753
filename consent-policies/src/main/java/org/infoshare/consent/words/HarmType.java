package org.infoshare.consent.words;

/** What harm is feared; the harm map says which categories each one makes relevant. */
public enum HarmType implements Word {
  INTOXICATED_CARER,
  NEGLECT,
  SUICIDE,
  VIOLENCE,
  SEXUAL_ABUSE,
  EXPLOITATION,
  FGM,
  TRAFFICKING,
  UNBORN_SUBSTANCE
}
