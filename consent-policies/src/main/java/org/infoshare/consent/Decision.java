package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.infoshare.consent.words.Outcome;
import org.infoshare.consent.words.SegmentRef;
import org.infoshare.consent.words.Where;

/**
 * The policy's answer for one message and one recipient: one verdict for each segment, and what is
 * owed because of it.
 *
 * @param validUntil the next moment at which the clock alone could change this answer; before it,
 *     the same facts under the same revisions need not be asked about again
 * @param given what the policy worked out from the request, for the record and the desk
 */
public record Decision(
    Outcome outcome,
    Map<SegmentRef, Verdict> segments,
    List<Obligation> obligations,
    Instant validUntil,
    JsonNode given,
    Revisions revisions) {

  public Decision {
    segments = Map.copyOf(segments);
    obligations = List.copyOf(obligations);
  }

  /** The segments that may be copied into the outgoing message; no others may. */
  public Set<SegmentRef> released() {
    return those(Where.GOES);
  }

  /** The segments that wait for a named person. */
  public Set<SegmentRef> held() {
    return those(Where.HELD);
  }

  /** The segments that stay behind. */
  public Set<SegmentRef> out() {
    return those(Where.OUT);
  }

  private Set<SegmentRef> those(Where where) {
    var those = new TreeSet<SegmentRef>();
    segments.forEach(
        (segment, verdict) -> {
          if (verdict.where() == where) {
            those.add(segment);
          }
        });
    return those;
  }
}
