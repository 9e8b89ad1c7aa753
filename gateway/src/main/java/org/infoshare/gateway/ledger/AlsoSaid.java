package org.infoshare.gateway.ledger;

import java.util.Optional;

/**
 * What a named person says beside what they decide.
 *
 * @param consulted whom they consulted, in their own words; kept encrypted
 * @param dissent who was of another mind, and why; kept encrypted
 * @param askAgain somebody of the family is to be asked, or asked again, whether they agree
 */
public record AlsoSaid(Optional<String> consulted, Optional<String> dissent, boolean askAgain) {

  public static final AlsoSaid NOTHING = new AlsoSaid(Optional.empty(), Optional.empty(), false);

  /** Words that are empty say nothing. */
  public static AlsoSaid of(String consulted, String dissent, boolean askAgain) {
    return new AlsoSaid(said(consulted), said(dissent), askAgain);
  }

  private static Optional<String> said(String words) {
    return Optional.of(words).filter(said -> !said.isBlank());
  }

  /** Without the words, which may name people. */
  @Override
  public String toString() {
    return "AlsoSaid[askAgain " + askAgain + "]";
  }
}
