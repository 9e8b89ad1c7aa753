package org.infoshare.routes.road;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.words.Phase;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.model.SegmentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The third step of the road: decides again with what is true now, composes, writes, guards; opens the attempt in a
 * transaction that checks that nothing moved meanwhile; sends with none open; records the outcome in another.
 */
public final class Deliver implements LaneWork {

  private static final Logger LOG = LoggerFactory.getLogger(Deliver.class);
  private static final int READ_AGAIN_AT_MOST = 5;

  private final Ledger ledger;
  private final Judgement judgement;
  private final Supplier<String> kernelRevision;
  private final Partners partners;
  private final Finishing finishing;
  private final FindingCount count;
  private final RandomGenerator random;
  private final Attempts attempts;
  private final DeliverRecall recalls;

  public Deliver(
      Ledger ledger,
      Judgement judgement,
      Supplier<String> kernelRevision,
      Partners partners,
      LeakGuard guard,
      FindingCount count,
      RandomGenerator random) {
    this.ledger = ledger;
    this.judgement = judgement;
    this.kernelRevision = kernelRevision;
    this.partners = partners;
    this.finishing = new Finishing(guard);
    this.count = count;
    this.random = random;
    this.attempts = new Attempts(ledger, random);
    this.recalls = new DeliverRecall(ledger, partners, guard, count, attempts);
  }

  @Override
  public void run(UUID ref, Turn turn) {
    var key = new DeliveryKey(ref);
    for (int i = 0; i < READ_AGAIN_AT_MOST; i++) {
      var outgoing = ledger.outgoing(key);
      if (outgoing.isEmpty()) {
        ledger.nothingToDo(turn);
        return;
      }
      if (LogContext.of(outgoing.get().messageKey(), () -> delivered(outgoing.get(), turn))) {
        return;
      }
    }
    throw new IllegalStateException("facts keep moving");
  }

  /** Whether the turn has ended, however. */
  private boolean delivered(Outgoing outgoing, Turn turn) {
    try {
      var recall = outgoing.recall();
      if (recall.isPresent()) {
        recalls.deliver(outgoing, recall.get(), turn);
      } else {
        deliver(outgoing, turn);
      }
      return true;
    } catch (FactsMoved moved) {
      LOG.debug("facts moved while delivering {}", outgoing.key());
      return false;
    } catch (PolicyUnavailable unavailable) {
      LOG.warn("nobody can decide again, delivery {}: {}", outgoing.key(), unavailable.getMessage());
      ledger.undecidable(turn, outgoing.messageKey(), "POLICY_UNAVAILABLE", wait(outgoing));
      return true;
    }
  }

  private void deliver(Outgoing outgoing, Turn turn) {
    Optional<RecipientDecision> again = again(outgoing);
    RecipientDecision decision = again.orElse(outgoing.standing());
    var going = new HashSet<>(decision.released());
    going.retainAll(outgoing.segments());
    if (going.isEmpty()) {
      ledger.stopped(turn, outgoing, new Stop.NothingMayGo(decision));
    } else if (again.isPresent() && waitsForMore(outgoing, decision)) {
      ledger.stopped(turn, outgoing, new Stop.BeforeSending(again));
    } else {
      send(outgoing, again, decision, going, turn);
    }
  }

  private Optional<RecipientDecision> again(Outgoing outgoing) {
    if (judgement.stillHolds(outgoing.standing(), outgoing.message(), outgoing.knowledge(), kernelRevision.get())) {
      return Optional.empty();
    }
    var phase = outgoing.tries() == 0 ? Phase.DELIVERY : Phase.RETRY;
    var recipient = List.of(outgoing.recipient());
    return Optional.of(judgement.decide(outgoing.message(), outgoing.knowledge(), recipient, phase).getFirst());
  }

  /** What must happen before sending, was not owed by the decision that queued the delivery, and has not happened. */
  private static boolean waitsForMore(Outgoing outgoing, RecipientDecision decision) {
    var happened = new HashSet<>(BeforeSending.owed(outgoing.standing()));
    happened.addAll(outgoing.done());
    return !happened.containsAll(BeforeSending.owed(decision));
  }

  private void send(
      Outgoing outgoing, Optional<RecipientDecision> again, RecipientDecision decision, Set<SegmentId> going, Turn turn) {
    Partner partner = partners.get(outgoing.recipient().agency());
    Finishing.Finished finished;
    try {
      finished = finishing.finish(partner, outgoing, decision, going);
    } catch (NoSuchDocument noPlace) {
      LOG.warn("delivery {} has no document at {}", outgoing.key(), outgoing.recipient().agency());
      ledger.stopped(turn, outgoing, new Stop.Fault("NO_SUCH_DOCUMENT"));
      return;
    }
    String mediaType = finished.written().mediaType();
    if (finished.finding().isPresent()) {
      stop(outgoing, finished.finding().get(), mediaType, again, turn);
      return;
    }
    if (finished.carried().isEmpty()) {
      ledger.stopped(turn, outgoing, new Stop.NothingMayGo(decision));
      return;
    }
    var opening =
        new Opening(
            outgoing.key(),
            outgoing.knowledge().version(),
            decision.decision().revisions().tables(),
            again,
            finished.carried(),
            finished.notCarried(),
            finished.keptBack(),
            finished.toTell(),
            new ToSend(outgoing.id(), outgoing.recipient(), mediaType, finished.written().bytes()));
    attempts.make(outgoing, opening, partner, turn);
    finished.keptBack().ifPresent(kept -> count.found(kept.finding(), mediaType));
  }

  private void stop(
      Outgoing outgoing, Finding finding, String mediaType, Optional<RecipientDecision> again, Turn turn) {
    LOG.warn("{} stopped delivery {}: {} ({})", finding.control(), outgoing.key(), finding.kind(), finding.shape());
    ledger.stopped(turn, outgoing, new Stop.Found(finding, again));
    count.found(finding, mediaType);
  }

  private Duration wait(Outgoing outgoing) {
    return partners.get(outgoing.recipient().agency()).backoff().after(outgoing.tries(), random);
  }
}
