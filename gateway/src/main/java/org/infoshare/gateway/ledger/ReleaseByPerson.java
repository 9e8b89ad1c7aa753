package org.infoshare.gateway.ledger;

/**
 * A named person lets a held part go, for the rule that holds it.
 *
 * @param by the account of whoever is logged in
 * @param role in which they may
 * @param reason in their own words; kept encrypted
 */
public record ReleaseByPerson(String by, String role, String reason, AlsoSaid said) {

  /** Of whoever says nothing besides. */
  public ReleaseByPerson(String by, String role, String reason) {
    this(by, role, reason, AlsoSaid.NOTHING);
  }

  /** Without the reason, which may name people. */
  @Override
  public String toString() {
    return "ReleaseByPerson[by " + by + "]";
  }
}
