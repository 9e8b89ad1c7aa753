package org.infoshare.model;

import java.util.Locale;

/**
 * The three different consents: to a service, to a disclosure in confidence, and as a lawful basis
 * (UK GDPR Art 6(1)(a)).
 */
public enum ConsentKind {
  SERVICE,
  CONFIDENTIALITY,
  GDPR;

  /** The word of the policy and of the canonical form, for example {@code service}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
