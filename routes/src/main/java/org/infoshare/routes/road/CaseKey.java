package org.infoshare.routes.road;

import java.util.UUID;

/** The id of a case in the ledger: what one sending agency knows a family by. */
public record CaseKey(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
