package org.infoshare.model;

import java.util.List;
import java.util.Set;

/**
 * What became of a referral at the agency that received it. Its envelope names the referral that it
 * answers.
 */
public record ReferralAnswer(Envelope envelope, List<Segment> segments) implements CaseMessage {

  public ReferralAnswer {
    segments = Segments.distinct(segments);
  }

  @Override
  public ReferralAnswer only(Set<SegmentId> released, Envelope envelope) {
    return new ReferralAnswer(envelope, Segments.among(segments, released));
  }

  @Override
  public String kind() {
    return "referral_answer";
  }
}
