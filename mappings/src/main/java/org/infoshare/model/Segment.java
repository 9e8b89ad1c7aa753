package org.infoshare.model;

import java.time.LocalDate;

/**
 * One part of a message that can go or stay on its own. All but {@code content} is what the policy
 * may see; {@code content} is what only the recipient may see.
 *
 * @param about the one person that it is about
 * @param asOf the day on which it was so
 */
public record Segment(
    SegmentId id,
    PersonId about,
    Standing standing,
    LocalDate asOf,
    Handling handling,
    Content content) {

  public Category category() {
    return content.category();
  }
}
