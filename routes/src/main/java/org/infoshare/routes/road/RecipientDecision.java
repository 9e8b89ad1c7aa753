package org.infoshare.routes.road;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.Verdict;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.PersonId;
import org.infoshare.model.Recipient;
import org.infoshare.model.Segment;
import org.infoshare.model.SegmentId;

/**
 * What was decided for one recipient, with all that is needed to make the decision again.
 *
 * @param basisHash of everything that was asked, without the moment: the same hash, revisions and clock mean the same answer
 * @param barredPlaces persons whose whereabouts this recipient must not learn, wherever they are written
 * @param hiddenFromSender segments held back, or emptied, for another agency's fact: the sender's status does not show them
 */
public record RecipientDecision(
    Recipient recipient,
    DisclosureRequest request,
    Decision decision,
    String basisHash,
    Set<PersonId> barredPlaces,
    Set<SegmentId> hiddenFromSender) {

  private static final String RELEASED = "H:";
  private static final Set<String> REFUSED = Set.of("refused", "refused_competent", "withdrawn");
  private static final String DISPUTED = "conflict";

  /** The segments that go. */
  public Set<SegmentId> released() {
    return segments(Where.GOES);
  }

  /** The segments that wait for a named person. */
  public Set<SegmentId> held() {
    return segments(Where.HELD);
  }

  /** The segments for which the consent that counts is a refusal or a withdrawal, or is disputed. */
  public Set<SegmentId> refusedByPersons() {
    return byConsent(consent -> REFUSED.contains(consent) || consent.equals(DISPUTED));
  }

  private Set<SegmentId> byConsent(Predicate<String> wanted) {
    return decision.given().path("segments").valueStream()
        .filter(segment -> wanted.test(segment.path("consent").asText()))
        .map(segment -> new SegmentId(segment.path("id").asText()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The segments that go by an override, which a second person reviews (policy.md A.4, outcome). */
  public Set<SegmentId> byOverride() {
    Set<SegmentId> refused = byConsent(REFUSED::contains);
    return released().stream()
        .filter(segment -> isOverride(rule(segment), refused.contains(segment)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a segment goes by a person's release. */
  public boolean byRelease(SegmentId segment) {
    return rule(segment).startsWith(RELEASED);
  }

  private String rule(SegmentId segment) {
    return decision.segments().get(new SegmentRef(segment.value())).rule().value();
  }

  private static boolean isOverride(String rule, boolean refused) {
    return rule.startsWith(RELEASED)
        ? refused || rule.contains("S3") || rule.startsWith(RELEASED + "B.location")
        : rule.startsWith("override:") || rule.startsWith("X3") || rule.startsWith("X5");
  }

  /** The same, and the sender's status does not show these segments either. */
  public RecipientDecision hiding(Set<SegmentId> more) {
    var hidden = new HashSet<>(hiddenFromSender);
    hidden.addAll(more);
    return new RecipientDecision(recipient, request, decision, basisHash, barredPlaces, Set.copyOf(hidden));
  }

  /**
   * The persons of whom nothing goes, since every part about them is barred silently (policy.md, O8s): what goes mentions none of
   * them.
   */
  public Set<PersonId> keptBackSilently(CaseMessage message) {
    if (decision.segments().values().stream().noneMatch(Verdict::silent)) {
      return Set.of();
    }
    var keptBack = new HashSet<PersonId>();
    var told = new HashSet<PersonId>();
    for (Segment segment : message.segments()) {
      boolean silent = decision.segments().get(new SegmentRef(segment.id().value())).silent();
      (silent ? keptBack : told).add(segment.about());
    }
    keptBack.removeAll(told);
    return keptBack;
  }

  private Set<SegmentId> segments(Where where) {
    return decision.segments().entrySet().stream()
        .filter(entry -> entry.getValue().where() == where)
        .map(entry -> new SegmentId(entry.getKey().value()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
