package org.infoshare.model;

import java.util.List;
import java.util.Set;

/** One agency asks another to work with a family. */
public record Referral(Envelope envelope, List<Segment> segments) implements CaseMessage {

  public Referral {
    segments = Segments.distinct(segments);
  }

  @Override
  public Referral only(Set<SegmentId> released, Envelope envelope) {
    return new Referral(envelope, Segments.among(segments, released));
  }

  @Override
  public String kind() {
    return "referral";
  }
}
