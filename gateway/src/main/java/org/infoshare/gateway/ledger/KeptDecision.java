package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.infoshare.routes.road.RecipientDecision;

/**
 * A decision as the ledger keeps it.
 *
 * @param sender the agency whose message was decided about
 * @param reference the sender's id of the message
 * @param decided request and answer, from the encrypted snapshot
 * @param kernelRevision of the rules, as the record names it
 * @param tablesRevision of tables and agreements, as the record names it
 * @param contradictions where what is kept in clear is not what the snapshot says: somebody changed
 *     it; empty in a sound record
 */
public record KeptDecision(
    UUID id,
    UUID message,
    String sender,
    String reference,
    Instant recordedAt,
    String kernelRevision,
    String tablesRevision,
    String engineVersion,
    RecipientDecision decided,
    List<String> contradictions) {

  public KeptDecision {
    contradictions = List.copyOf(contradictions);
  }
}
