package org.infoshare.gateway.ledger;

import java.time.InstantSource;
import java.util.Set;
import org.infoshare.gateway.ledger.lanes.LaneQueue;
import org.infoshare.gateway.ledger.lanes.Priority;
import org.infoshare.gateway.ledger.lanes.WorkKind;

/**
 * What a decision made again for one delivery lets go beside it: parts that no delivery has, and
 * that may not go under an id that their recipient may know without them. The message is decided
 * again for them, since only that queues deliveries.
 */
final class LeftBehind {

  private final LaneQueue lanes;
  private final Deadlines deadlines;
  private final InstantSource clock;

  LeftBehind(LedgerParts parts) {
    this.lanes = parts.lanes();
    this.deadlines = parts.deadlines();
    this.clock = parts.clock();
  }

  /**
   * @param work the delivery with the parts that stay with it
   * @param kept parts that a control keeps back now
   */
  boolean any(Made made, MessageText text, MessageWork work, Set<String> kept) {
    Set<String> nowhere =
        new DeliveryPlan(text, work, deadlines, clock.instant()).withoutDelivery(made);
    nowhere.removeAll(kept);
    return !nowhere.isEmpty();
  }

  /**
   * Before any lane of a delivery is locked, and after the facts are: so does whoever records a
   * decision.
   */
  void decideAgain(MessageText text) {
    lanes.add(
        Lanes.decide(text.caseId(), text.urgent()),
        WorkKind.DECIDE,
        text.id(),
        text.urgent() ? Priority.URGENT : Priority.ORDINARY);
  }
}
