package org.infoshare.routes.road;

/** The ledger cannot be reached or cannot write. What was being accepted is not received, and the sender must be told so. */
public final class LedgerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerUnavailable(Throwable cause) {
    super("the ledger cannot be reached", cause);
  }
}
