package org.infoshare.routes.road;

import java.util.Optional;
import java.util.Set;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.model.Labels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a recall by the road of all deliveries: composed, written, guarded, opened, sent, closed. The decision that it rests on
 * has found that it is owed; since nothing of the message goes, there is nothing to decide again.
 */
final class DeliverRecall {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverRecall.class);

  private final Ledger ledger;
  private final Partners partners;
  private final LeakGuard guard;
  private final FindingCount count;
  private final Attempts attempts;

  DeliverRecall(Ledger ledger, Partners partners, LeakGuard guard, FindingCount count, Attempts attempts) {
    this.ledger = ledger;
    this.partners = partners;
    this.guard = guard;
    this.count = count;
    this.attempts = attempts;
  }

  void deliver(Outgoing outgoing, Outgoing.Recalling recalling, Turn turn) {
    Partner partner = partners.get(outgoing.recipient().agency());
    var recall = Compose.recall(outgoing, recalling);
    Partner.Written written;
    try {
      written = partner.write(new Renamed(outgoing.refs()).message(recall), Labels.NONE);
    } catch (NoSuchDocument noPlace) {
      LOG.warn("recall {} has no document at {}", outgoing.key(), outgoing.recipient().agency());
      ledger.stopped(turn, outgoing, new Stop.Fault("NO_SUCH_DOCUMENT"));
      return;
    }
    var searched = Searched.of(outgoing.knowledge(), recall, outgoing.standing().barredPlaces());
    var hit = guard.find(written.mediaType(), written.bytes(), searched);
    if (hit.isPresent()) {
      var finding = hit.get().finding();
      LOG.warn("{} stopped recall {}: {} ({})", finding.control(), outgoing.key(), finding.kind(), finding.shape());
      ledger.stopped(turn, outgoing, new Stop.Found(finding, Optional.empty()));
      count.found(finding, written.mediaType());
      return;
    }
    send(outgoing, partner, written, turn);
  }

  private void send(Outgoing outgoing, Partner partner, Partner.Written written, Turn turn) {
    var toSend = new ToSend(outgoing.id(), outgoing.recipient(), written.mediaType(), written.bytes());
    var knowledge = outgoing.knowledge();
    var opening =
        new Opening(
            outgoing.key(),
            knowledge.version(),
            knowledge.activeTables(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Set.of(),
            toSend);
    attempts.make(outgoing, opening, partner, turn);
  }
}
