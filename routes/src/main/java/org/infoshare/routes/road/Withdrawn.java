package org.infoshare.routes.road;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/**
 * What went to a recipient and would not go now because somebody has said no since, or because it went by an override that a
 * review did not uphold. Nothing can be unsent: it is recalled.
 */
final class Withdrawn {

  private Withdrawn() {}

  /**
   * By recipient, and none without a part.
   *
   * @param sent what may have reached its recipient
   */
  static Map<Recipient, Set<SegmentId>> afterSending(
      List<RecipientDecision> decisions, Map<Recipient, Set<SegmentId>> sent, Knowledge knowledge) {
    var recalled = new HashMap<Recipient, Set<SegmentId>>();
    for (RecipientDecision decision : decisions) {
      var parts = new HashSet<>(sent.getOrDefault(decision.recipient(), Set.of()));
      parts.removeAll(decision.released());
      // What stays behind for another reason, a lapsed agreement say, was rightly sent in its time.
      var saidNo = new HashSet<>(decision.refusedByPersons());
      knowledge.notUpheldFor(decision.recipient()).forEach(review -> saidNo.addAll(review.parts()));
      parts.retainAll(saidNo);
      if (!parts.isEmpty()) {
        recalled.put(decision.recipient(), Set.copyOf(parts));
      }
    }
    return recalled;
  }
}
