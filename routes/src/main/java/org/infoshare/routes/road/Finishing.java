package org.infoshare.routes.road;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.mapping.NoSuchDocument;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Label;
import org.infoshare.model.Personal;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * Composes a message for one recipient, has it written, and lets every control look at it. A message at immediate risk falls
 * back to its structured floor instead of waiting; at immediate risk is what was decided as such, not what the message claims.
 */
final class Finishing {

  private final LeakGuard guard;

  Finishing(LeakGuard guard) {
    this.guard = guard;
  }

  /**
   * @param segments that it was composed of
   * @param carried those of them that the bytes say something of
   * @param toTell what must be told with it and its form has no place for
   * @param finding for which it may not go
   * @param keptBack what stays behind for a person so that the rest may go
   */
  record Finished(
      Set<SegmentId> segments,
      Set<SegmentId> carried,
      Partner.Written written,
      Set<ObligationCode> toTell,
      Optional<Finding> finding,
      Optional<KeptBack> keptBack) {

    Set<SegmentId> notCarried() {
      var rest = new HashSet<>(segments);
      rest.removeAll(carried);
      return rest;
    }
  }

  /**
   * @throws NoSuchDocument if the recipient has no document for it
   */
  Finished finish(Partner partner, Outgoing outgoing, RecipientDecision decision, Set<SegmentId> going) {
    var whole = composed(partner, outgoing, decision, going);
    if (whole.finding().isEmpty() || !decision.request().risk().immediate()) {
      return whole;
    }
    var floor = new HashSet<>(Compose.structuredFloor(outgoing.message(), going));
    floor.removeAll(doubtful(Compose.message(outgoing, decision, going), outgoing).keySet());
    if (floor.isEmpty()) {
      return whole;
    }
    var rest = new HashSet<>(going);
    rest.removeAll(floor);
    var least = composed(partner, outgoing, decision, floor);
    return new Finished(
        least.segments(),
        least.carried(),
        least.written(),
        least.toTell(),
        least.finding(),
        Optional.of(new KeptBack(whole.finding().get(), rest)));
  }

  private Finished composed(Partner partner, Outgoing outgoing, RecipientDecision decision, Set<SegmentId> going) {
    CaseMessage message = Compose.message(outgoing, decision, going);
    var renamed = new Renamed(outgoing.refs());
    var labels = Compose.labels(decision, outgoing.knowledge(), message);
    Set<Label> carries = partner.carries(message);
    var written = partner.write(renamed.message(message), renamed.labels(labels.only(carries)));
    var searched = Searched.of(outgoing.knowledge(), message, decision.barredPlaces());
    var hit = guard.find(written.mediaType(), written.bytes(), searched);
    var looked = new HashSet<>(going);
    looked.retainAll(releasedFrom(Control.GUARD, outgoing));
    Optional<Finding> found = hit.map(LeakGuard.Hit::finding);
    if (hit.isPresent() && !looked.isEmpty()) {
      found = stillFound(partner, outgoing, decision, going, looked, written, searched);
    }
    var carried = message.segments().stream().map(Segment::id).collect(Collectors.toCollection(HashSet::new));
    carried.removeAll(written.notCarried());
    Set<ObligationCode> toTell =
        releasedFrom(Control.FORMAT, outgoing).containsAll(going) ? Set.of() : Compose.notCarried(decision, labels, carries);
    Optional<Finding> finding =
        found.or(() -> doubtful(message, outgoing).values().stream().findFirst()).or(() -> untold(toTell, outgoing, decision));
    return new Finished(going, carried, written, toTell, finding, Optional.empty());
  }

  /**
   * What a named person looked at and released for the guard's hit goes, unless it holds a value that is barred for this
   * recipient, or another part of the message is hit as well.
   */
  private Optional<Finding> stillFound(
      Partner partner,
      Outgoing outgoing,
      RecipientDecision decision,
      Set<SegmentId> going,
      Set<SegmentId> looked,
      Partner.Written written,
      List<ProtectedValue> searched) {
    var barred = Searched.barredOnly(searched, decision.barredPlaces());
    var hit =
        guard
            .find(written.mediaType(), written.bytes(), barred, searched)
            .filter(found -> !found.kind().equals(LeakGuard.UNREADABLE))
            .map(LeakGuard.Hit::finding);
    var others = new HashSet<>(going);
    others.removeAll(looked);
    return hit.isPresent() || others.isEmpty() ? hit : composed(partner, outgoing, decision, others).finding();
  }

  /** At immediate risk it goes at once, and a person tells the recipient the rest. */
  private static Optional<Finding> untold(Set<ObligationCode> toTell, Outgoing outgoing, RecipientDecision decision) {
    if (toTell.isEmpty() || decision.request().risk().immediate()) {
      return Optional.empty();
    }
    String codes = toTell.stream().map(ObligationCode::word).collect(Collectors.joining("+"));
    String words = toTell.stream().map(Finishing::words).collect(Collectors.joining("; "));
    return Optional.of(
        new Finding(Control.FORMAT, outgoing.recipient().agency().value(), codes, Personal.of("Tell the recipient " + words)));
  }

  private static String words(ObligationCode toTell) {
    return switch (toTell) {
      case O8 -> "that some information was not included";
      case O10 -> "to whom it must not be disclosed";
      default -> "which parts are fact, opinion or allegation";
    };
  }

  /** What the controls of addresses and of ways of contact found, but for what a named person released from them. */
  private static Map<SegmentId, Finding> doubtful(CaseMessage message, Outgoing outgoing) {
    var found = AddressAge.in(message, outgoing.knowledge());
    ContactSafety.in(message, outgoing.knowledge()).forEach(found::putIfAbsent);
    if (!found.isEmpty()) {
      found.entrySet().removeIf(part -> releasedFrom(part.getValue().control(), outgoing).contains(part.getKey()));
    }
    return found;
  }

  private static Set<SegmentId> releasedFrom(Control control, Outgoing outgoing) {
    return outgoing.knowledge().releases().stream()
        .filter(release -> release.recipient().equals(outgoing.recipient()))
        .filter(release -> release.rule().equals(control.name()))
        .map(Release::segment)
        .collect(Collectors.toSet());
  }
}
