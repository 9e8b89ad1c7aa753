package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.infoshare.model.CaseMessage;

/**
 * What a message is and says: all of it that never changes.
 *
 * @param size of the canonical form in bytes
 */
record MessageText(
    UUID id,
    UUID caseId,
    boolean urgent,
    Instant acceptedAt,
    RetentionClass retentionClass,
    int retentionYear,
    List<PartTold> parts,
    int size,
    CaseMessage message) {

  @Override
  public String toString() {
    return "MessageText[" + id + "]";
  }
}
