package org.infoshare.routes.road;

import java.util.Set;
import org.infoshare.model.SegmentId;

/** Parts that stay behind for a person while the rest of an immediate message goes, and what a control found in them. */
public record KeptBack(Finding finding, Set<SegmentId> segments) {

  public KeptBack {
    segments = Set.copyOf(segments);
  }
}
