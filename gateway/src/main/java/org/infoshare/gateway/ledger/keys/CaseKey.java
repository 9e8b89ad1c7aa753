package org.infoshare.gateway.ledger.keys;

import java.util.UUID;

/**
 * The keys of one case.
 *
 * @param id of the key, which is that of its case: it stands beside everything that is written
 *     under it
 */
public record CaseKey(UUID id, Sealed content, Proof proof) {

  @Override
  public String toString() {
    return "CaseKey[" + id + "]";
  }
}
