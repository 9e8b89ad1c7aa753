package org.infoshare.mapping;

import java.util.Set;
import org.infoshare.model.SegmentId;

/** A message in a partner's form, and what that form has no place for: the sender is told. */
public record Rendering<W>(W wire, Set<SegmentId> notCarried) {

  public Rendering {
    notCarried = Set.copyOf(notCarried);
  }
}
