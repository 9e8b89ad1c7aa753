package org.infoshare.gateway.ledger.keys;

/**
 * A key, or what was written under it, cannot be read: another master key, or bytes that were
 * changed or moved.
 */
public final class UnreadableKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableKey(String what, Throwable cause) {
    super(what, cause);
  }
}
