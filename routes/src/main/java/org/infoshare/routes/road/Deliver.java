package org.infoshare.routes.road;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.words.Phase;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Segment;
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
  private final LeakGuard guard;
  private final RandomGenerator random;
  private final Attempts attempts;
  private final DeliverRecall recalls;

  public Deliver(
      Ledger ledger,
      Judgement judgement,
      Supplier<String> kernelRevision,
      Partners partners,
      LeakGuard guard,
      RandomGenerator random) {
    this.ledger = ledger;
    this.judgement = judgement;
    this.kernelRevision = kernelRevision;
    this.partners = partners;
    this.guard = guard;
    this.random = random;
    this.attempts = new Attempts(ledger, random);
    this.recalls = new DeliverRecall(ledger, partners, guard, attempts);
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
      try {
        var recall = outgoing.get().recall();
        if (recall.isPresent()) {
          recalls.deliver(outgoing.get(), recall.get(), turn);
        } else {
          deliver(outgoing.get(), turn);
        }
        return;
      } catch (FactsMoved moved) {
        LOG.debug("facts moved while delivering {}", key);
      } catch (PolicyUnavailable unavailable) {
        LOG.warn("nobody can decide again, delivery {}: {}", key, unavailable.getMessage());
        ledger.undecidable(turn, outgoing.get().messageKey(), "POLICY_UNAVAILABLE", wait(outgoing.get()));
        return;
      }
    }
    throw new IllegalStateException("facts keep moving");
  }

  private void deliver(Outgoing outgoing, Turn turn) {
    Optional<RecipientDecision> again = again(outgoing);
    RecipientDecision decision = again.orElse(outgoing.standing());
    var going = new HashSet<>(decision.released());
    going.retainAll(outgoing.segments());
    if (going.isEmpty()) {
      ledger.stopped(turn, outgoing.key(), new Stop.NothingMayGo(decision));
    } else if (again.isPresent() && waitsForMore(outgoing, decision)) {
      ledger.stopped(turn, outgoing.key(), new Stop.BeforeSending(again));
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
    var happened = new HashSet<>(BeforeSending.owed(outgoing.standing(), outgoing.message()));
    happened.addAll(outgoing.done());
    return !happened.containsAll(BeforeSending.owed(decision, outgoing.message()));
  }

  private void send(
      Outgoing outgoing, Optional<RecipientDecision> again, RecipientDecision decision, Set<SegmentId> going, Turn turn) {
    Partner partner = partners.get(outgoing.recipient().agency());
    Composed composed;
    try {
      composed = composed(partner, outgoing, decision, going);
    } catch (NoSuchDocument noPlace) {
      LOG.warn("delivery {} has no document at {}", outgoing.key(), outgoing.recipient().agency());
      ledger.stopped(turn, outgoing.key(), new Stop.Fault("NO_SUCH_DOCUMENT"));
      return;
    }
    if (composed.hit().isPresent()) {
      var hit = composed.hit().get();
      LOG.warn("leak guard stopped delivery {}: {} at {}", outgoing.key(), hit.kind(), hit.where());
      ledger.stopped(turn, outgoing.key(), new Stop.GuardHit(hit.where(), hit.kind(), again));
      return;
    }
    if (composed.carried().isEmpty()) {
      ledger.stopped(turn, outgoing.key(), new Stop.NothingMayGo(decision));
      return;
    }
    var notCarried = new HashSet<>(composed.segments());
    notCarried.removeAll(composed.carried());
    var heldByGuard = new HashSet<>(going);
    heldByGuard.removeAll(composed.segments());
    var toSend =
        new ToSend(outgoing.id(), outgoing.recipient(), composed.written().mediaType(), composed.written().bytes());
    var opening =
        new Opening(
            outgoing.key(),
            outgoing.knowledge().version(),
            decision.decision().revisions().tables(),
            again,
            composed.carried(),
            notCarried,
            heldByGuard,
            toSend);
    attempts.make(outgoing, opening, partner, turn);
  }

  /** Composes, writes and guards; a message at immediate risk falls back to its structured floor instead of waiting. */
  private Composed composed(Partner partner, Outgoing outgoing, RecipientDecision decision, Set<SegmentId> going) {
    var first = compose(partner, outgoing, decision, going);
    if (first.hit().isEmpty() || !outgoing.message().envelope().risk().immediate()) {
      return first;
    }
    var floor = Compose.structuredFloor(outgoing.message(), going);
    return floor.isEmpty() ? first : compose(partner, outgoing, decision, floor);
  }

  private Composed compose(
      Partner partner, Outgoing outgoing, RecipientDecision decision, Set<SegmentId> going) {
    CaseMessage message = Compose.message(outgoing, decision, going);
    var renamed = new Renamed(outgoing.refs());
    var labels = Compose.labels(decision, outgoing.knowledge(), message);
    var written = partner.write(renamed.message(message), renamed.labels(labels));
    var searched = Searched.of(outgoing.knowledge(), message, decision.barredPlaces());
    var hit = guard.find(written.mediaType(), written.bytes(), searched);
    var looked = new HashSet<>(going);
    looked.retainAll(releasedFromGuard(outgoing));
    var carried = message.segments().stream().map(Segment::id).collect(Collectors.toCollection(HashSet::new));
    carried.removeAll(written.notCarried());
    if (hit.isEmpty() || looked.isEmpty()) {
      return new Composed(going, carried, written, hit);
    }
    return new Composed(
        going, carried, written, stillHit(partner, outgoing, decision, going, looked, written, searched));
  }

  /**
   * What a named person looked at and released for the guard's hit goes, unless it holds a value that is barred for this
   * recipient, or another part of the message is hit as well.
   */
  private Optional<LeakGuard.Hit> stillHit(
      Partner partner,
      Outgoing outgoing,
      RecipientDecision decision,
      Set<SegmentId> going,
      Set<SegmentId> looked,
      Partner.Written written,
      List<ProtectedValue> searched) {
    var barred = Searched.barredOnly(searched, decision.barredPlaces());
    var hit = guard.find(written.mediaType(), written.bytes(), barred).filter(found -> !found.kind().equals(LeakGuard.UNREADABLE));
    var others = new HashSet<>(going);
    others.removeAll(looked);
    if (hit.isPresent() || others.isEmpty()) {
      return hit;
    }
    return compose(partner, outgoing, decision, others).hit();
  }

  private static Set<SegmentId> releasedFromGuard(Outgoing outgoing) {
    return outgoing.knowledge().releases().stream()
        .filter(release -> release.recipient().equals(outgoing.recipient()))
        .filter(release -> release.rule().equals(LeakGuard.RULE))
        .map(Release::segment)
        .collect(Collectors.toSet());
  }

  private Duration wait(Outgoing outgoing) {
    return partners.get(outgoing.recipient().agency()).backoff().after(outgoing.tries(), random);
  }

  /**
   * @param segments that it was composed of
   * @param carried those of them that the bytes say something of
   */
  private record Composed(
      Set<SegmentId> segments, Set<SegmentId> carried, Partner.Written written, Optional<LeakGuard.Hit> hit) {}
}
