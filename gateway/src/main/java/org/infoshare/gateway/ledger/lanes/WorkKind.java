package org.infoshare.gateway.ledger.lanes;

/** What is done with a row of a lane, and what its reference names. */
public enum WorkKind {
  /** A message is decided. */
  DECIDE,
  /** A delivery is sent. */
  DELIVER,
  /** A duty team is told by e-mail. */
  PAGE
}
