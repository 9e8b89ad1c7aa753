package org.infoshare.consent.words;

/**
 * What was agreed to: disclosure in confidence, processing under UK GDPR, or a service. Three
 * different things.
 */
public enum ConsentKind implements Word {
  CONFIDENTIALITY,
  GDPR,
  SERVICE
}
