package org.infoshare.model;

import java.util.List;
import java.util.Set;

/**
 * Somebody gave, refused or withdrew consent. May name no recipient: then the ledger alone learns
 * of it, and it holds for every delivery from that moment on.
 */
public record ConsentRecord(Envelope envelope, List<Segment> segments) implements CaseMessage {

  public ConsentRecord {
    segments = Segments.distinct(segments);
  }

  @Override
  public ConsentRecord only(Set<SegmentId> released, Envelope envelope) {
    return new ConsentRecord(envelope, Segments.among(segments, released));
  }

  @Override
  public String kind() {
    return "consent_record";
  }
}
