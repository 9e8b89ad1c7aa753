package org.infoshare.routes.road;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/**
 * The whole answer to one message: one decision for each recipient, in one transaction with the deliveries that they allow.
 *
 * @param recalled what its recipient has, and is to use no longer
 */
public record Decided(
    MessageKey key, long knowledgeVersion, List<RecipientDecision> decisions, Map<Recipient, Set<SegmentId>> recalled) {

  public Decided {
    decisions = List.copyOf(decisions);
    recalled = Map.copyOf(recalled);
  }
}
