package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.MessageWork.DeliverySoFar;
import org.infoshare.gateway.ledger.MessageWork.HeldSoFar;

/**
 * What is queued because of a decision: what it releases and what is not on its way yet. A delivery
 * that was stopped goes on under the id that it had, since its recipient may have it already.
 */
final class DeliveryPlan {

  private final MessageText text;
  private final MessageWork work;
  private final Deadlines deadlines;
  private final Instant at;

  DeliveryPlan(MessageText text, MessageWork work, Deadlines deadlines, Instant at) {
    this.text = text;
    this.work = work;
    this.deadlines = deadlines;
    this.at = at;
  }

  /** A delivery that is new, or, if its id is known, goes on. */
  record Planned(
      UUID id,
      String recipientAgency,
      String recipientFunction,
      String outgoingId,
      Set<String> segments,
      UUID decisionId,
      String state,
      Instant deadlineAt,
      String lane,
      boolean urgent,
      Optional<UUID> recalls) {

    boolean queued() {
      return state.equals("queued");
    }
  }

  List<Planned> of(Made made) {
    var planned = new ArrayList<Planned>();
    Set<String> toGo = made.released();
    work.queued()
        .getOrDefault(made.recipient(), Set.of())
        .forEach(segment -> toGo.remove(segment.value()));
    toGo.removeAll(keptByControls(made));
    for (DeliverySoFar stopped : work.deliveriesTo(made.recipient())) {
      if (stopped.stopped() && stopped.segments().stream().anyMatch(toGo::contains)) {
        var again = new TreeSet<>(stopped.segments());
        again.retainAll(toGo);
        toGo.removeAll(again);
        planned.add(plan(stopped.id(), made, again));
      }
    }
    if (!toGo.isEmpty()) {
      planned.add(plan(UUID.randomUUID(), made, toGo));
    }
    return planned;
  }

  /** What it releases and no delivery has, not even one that was stopped, but for what a control holds. */
  Set<String> withoutDelivery(Made made) {
    Set<String> toGo = made.released();
    work.deliveriesTo(made.recipient()).forEach(delivery -> toGo.removeAll(delivery.segments()));
    toGo.removeAll(keptByControls(made));
    return toGo;
  }

  private Planned plan(UUID id, Made made, Set<String> segments) {
    String state = made.waits(text, work) ? "before_sending" : "queued";
    return planned(id, made, segments, state, deadline(made), Optional.empty());
  }

  /**
   * The recall of what a delivery brought, to be confirmed by when it is owed. Waits for nothing but
   * what is under way to this recipient.
   */
  Planned recalling(Made made, UUID delivery, Set<String> segments) {
    Instant confirmedBy = made.due(ObligationCode.O7).orElseGet(() -> deadline(made));
    return planned(
        UUID.randomUUID(), made, segments, "queued", confirmedBy, Optional.of(delivery));
  }

  private Planned planned(
      UUID id,
      Made made,
      Set<String> segments,
      String state,
      Instant deadline,
      Optional<UUID> recalls) {
    return new Planned(
        id,
        made.row().recipientAgency(),
        made.row().recipientFunction(),
        id.toString(),
        segments,
        made.row().id(),
        state,
        deadline,
        Lanes.deliver(made.recipient(), text.caseId(), text.urgent()),
        text.urgent(),
        recalls);
  }

  private Instant deadline(Made made) {
    return at.plus(deadlines.of(made.recipient().agency(), text.urgent()));
  }

  /**
   * What a control holds leaves by a person's release only, whatever the policy says; a release from
   * one opens what another holds to nobody.
   */
  private Set<String> keptByControls(Made made) {
    var newest = new HashMap<String, HeldSoFar>();
    for (HeldSoFar part : work.heldFrom(made.recipient())) {
      if (part.byControl()) {
        newest.put(part.segment() + "/" + part.rule(), part);
      }
    }
    return newest.values().stream()
        .filter(part -> part.waiting() || part.refused())
        .map(HeldSoFar::segment)
        .collect(Collectors.toSet());
  }
}
