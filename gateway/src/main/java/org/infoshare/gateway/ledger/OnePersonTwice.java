package org.infoshare.gateway.ledger;

/** Two persons are needed, and the second is the first. */
public final class OnePersonTwice extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OnePersonTwice() {
    super("the second person is the first");
  }
}
