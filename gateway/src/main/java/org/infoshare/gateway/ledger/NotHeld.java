package org.infoshare.gateway.ledger;

import java.util.UUID;

/** The part does not wait, or waits no more: somebody settled it, or a later decision did. */
public final class NotHeld extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotHeld(UUID heldPart) {
    super("not held: " + heldPart);
  }
}
