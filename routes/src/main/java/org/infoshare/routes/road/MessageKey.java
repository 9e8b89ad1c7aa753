package org.infoshare.routes.road;

import java.util.UUID;

/** The id under which the ledger keeps an accepted message. */
public record MessageKey(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
