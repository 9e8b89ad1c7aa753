package org.infoshare.model;

import java.util.List;
import java.util.Set;

/**
 * Asks whoever received parts of an earlier message to use them no longer. Says which, and repeats
 * nothing of what they said.
 *
 * @param recalled the message in which they went, by the id under which the recipient received it
 */
public record Recall(Envelope envelope, MessageId recalled, List<Part> parts)
    implements CaseMessage {

  /** What is recalled: all of this category that the recalled message said about the person. */
  public record Part(PersonId about, Category category) {}

  public Recall {
    parts = List.copyOf(parts);
  }

  /** None: a recall has no content. */
  @Override
  public List<Segment> segments() {
    return List.of();
  }

  @Override
  public Recall only(Set<SegmentId> released, Envelope envelope) {
    return new Recall(envelope, recalled, parts);
  }

  @Override
  public String kind() {
    return "recall";
  }
}
