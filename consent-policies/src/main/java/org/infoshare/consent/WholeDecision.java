package org.infoshare.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.SegmentRef;

/** Reads a decision, and accepts none that is not whole, for exactly the segments asked about. */
final class WholeDecision {

  private static final Set<Outcome> NOTHING_GOES = Set.of(Outcome.HOLD, Outcome.DENY);
  private static final Set<Outcome> SOMETHING_WAITS =
      Set.of(Outcome.PERMIT_HOLD, Outcome.PERMIT_REDACTED_HOLD, Outcome.PERMIT_OVERRIDE_HOLD);

  private WholeDecision() {}

  static Decision of(JsonNode answer, DisclosureRequest request) {
    Decision decision = read(answer);
    Set<SegmentRef> asked =
        request.segments().stream()
            .map(DisclosureRequest.Segment::id)
            .collect(Collectors.toUnmodifiableSet());
    if (!decision.segments().keySet().equals(asked)) {
      throw new PolicyUnavailable(
          "the verdicts are not those of the segments that were asked about");
    }
    if (NOTHING_GOES.contains(decision.outcome()) != decision.released().isEmpty()
        || SOMETHING_WAITS.contains(decision.outcome()) && decision.held().isEmpty()) {
      throw new PolicyUnavailable("the outcome contradicts the verdicts");
    }
    decision.released().forEach(segment -> namesItsBasis(decision.segments().get(segment)));
    return decision;
  }

  private static Decision read(JsonNode answer) {
    try {
      Decision decision = PolicyJson.mapper().treeToValue(answer, Decision.class);
      if (decision == null
          || decision.outcome() == null
          || decision.validUntil() == null
          || decision.given() == null
          || decision.revisions() == null
          || decision.revisions().kernel() == null
          || decision.revisions().tables() == null) {
        throw new PolicyUnavailable("a part of the decision is missing");
      }
      return decision;
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
      throw new PolicyUnavailable("the answer is no decision", e);
    }
  }

  private static void namesItsBasis(Verdict verdict) {
    if (verdict.basis().map(Basis::art6).isEmpty()) {
      throw new PolicyUnavailable("a segment would go without a lawful basis");
    }
  }
}
