package org.infoshare.gateway.ledger;

/** Somebody else put a revision in force after the one that a change was made from. */
public final class RevisionMoved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient PolicyRevision inForce;

  public RevisionMoved(PolicyRevision inForce) {
    super("in force by now: " + inForce.revision());
    this.inForce = inForce;
  }

  /** What is in force by now, with who made it and why. */
  public PolicyRevision inForce() {
    return inForce;
  }
}
