package org.infoshare.routes.road;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final Set<String> SILENT = Set.of("B.location", "B.referrer_identity");

  final Map<String, String> heldBackBy = new HashMap<>();
  final Set<String> withdrawn = new HashSet<>();
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
        given(request),
        new Revisions("kernel", tables));
  }

  private ObjectNode given(DisclosureRequest request) {
    var given = JsonNodeFactory.instance.objectNode();
    var segments = given.putArray("segments");
    request
        .segments()
        .forEach(
            segment ->
                segments
                    .addObject()
                    .put("id", segment.id().value())
                    .put("consent", withdrawn.contains(segment.id().value()) ? "withdrawn" : "not_asked"));
    return given;
  }

  private Verdict verdict(String segment) {
    return heldBackBy.containsKey(segment)
        ? new Verdict(Where.OUT, new RuleName(heldBackBy.get(segment)), Optional.empty(), SILENT.contains(heldBackBy.get(segment)))
        : new Verdict(Where.GOES, new RuleName("C1"), Optional.empty(), false);
  }
}
