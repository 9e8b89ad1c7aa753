package org.infoshare.routes.road;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infoshare.consent.Decision;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.Obligation;
import org.infoshare.consent.PolicyDecisionPoint;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.Revisions;
import org.infoshare.consent.Verdict;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.RuleName;
import org.infoshare.consent.words.Where;

/** A policy that holds back the segments it is told to hold back, and lets the rest go. */
final class FakePolicy implements PolicyDecisionPoint {

  final Map<String, String> heldBackBy = new HashMap<>();
  final List<DisclosureRequest> asked = new ArrayList<>();
  final List<Obligation> obligations = new ArrayList<>();
  String tables = "1-tables";
  boolean unavailable;

  @Override
  public List<Decision> decide(List<DisclosureRequest> requests) {
    if (unavailable) {
      throw new PolicyUnavailable("not there");
    }
    asked.addAll(requests);
    return requests.stream().map(this::answer).toList();
  }

  private Decision answer(DisclosureRequest request) {
    var verdicts =
        request.segments().stream()
            .collect(
                Collectors.toMap(
                    DisclosureRequest.Segment::id, segment -> verdict(segment.id().value())));
    return new Decision(
        Outcome.PERMIT,
        verdicts,
        obligations,
        Invented.NOW.plusSeconds(3600),
        JsonNodeFactory.instance.objectNode(),
        new Revisions("kernel", tables));
  }

  private Verdict verdict(String segment) {
    return heldBackBy.containsKey(segment)
        ? new Verdict(Where.OUT, new RuleName(heldBackBy.get(segment)), Optional.empty())
        : new Verdict(Where.GOES, new RuleName("C1"), Optional.empty());
  }
}
