package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param team the recipient's, for the family's area
 * @param teamUnknown why no team is named, in the record's word; with no team empty: nobody looked,
 *     since it is from before that was done
 * @param changed what was otherwise than in the record before, in the record's words
 * @param explanation id of the words in which it was explained; empty: from before that was kept
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
    Optional<String> team,
    Optional<String> teamUnknown,
    List<String> changed,
    Optional<String> explanation,
    List<String> contradictions) {

  public KeptDecision {
    changed = List.copyOf(changed);
    contradictions = List.copyOf(contradictions);
  }
}
