package org.infoshare.gateway.ledger.lanes;

/** Which lanes go first. From {@link #URGENT} on they have slots that no other work may take. */
public enum Priority {
  ORDINARY(0),
  URGENT(10),
  PAGE(20);

  private final int rank;

  Priority(int rank) {
    this.rank = rank;
  }

  int rank() {
    return rank;
  }
}
