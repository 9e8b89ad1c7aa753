package org.infoshare.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for the segments of every message. */
final class Segments {

  private Segments() {}

  static List<Segment> distinct(List<Segment> segments) {
    var ids = segments.stream().map(Segment::id).collect(Collectors.toSet());
    if (ids.size() != segments.size()) {
      throw new NotAValue("two segments of one message have the same id");
    }
    return List.copyOf(segments);
  }

  static List<Segment> among(List<Segment> segments, Set<SegmentId> released) {
    return segments.stream().filter(segment -> released.contains(segment.id())).toList();
  }
}
