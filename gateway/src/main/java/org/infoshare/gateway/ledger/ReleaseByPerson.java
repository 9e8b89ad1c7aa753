package org.infoshare.gateway.ledger;

import java.util.Optional;

/**
 * A named person lets a held part go, for the rule that holds it.
 *
 * @param second another person, whom a location needs
 * @param role in which they may
 * @param reason in their own words; kept encrypted
 * @param toFunction the recipient's function that they release it to, which a location needs
 */
public record ReleaseByPerson(
    String by, Optional<String> second, String role, String reason, Optional<String> toFunction) {

  /** Without the reason, which may name people. */
  @Override
  public String toString() {
    return "ReleaseByPerson[by " + by + "]";
  }
}
