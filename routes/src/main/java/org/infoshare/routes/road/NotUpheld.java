package org.infoshare.routes.road;

import java.time.Instant;
import java.util.Set;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/**
 * A named person has reviewed what went to this recipient by an override, and did not uphold it (policy.md, O5). From then on
 * the policy is asked as the review found it: without the claim of a high risk, and without the releases that set a refusal
 * aside. What went by it is recalled.
 *
 * @param parts that went by the override, or would have
 * @param claim the override rested on the sender's claim of risk, not on a release alone
 */
public record NotUpheld(Recipient recipient, Set<SegmentId> parts, boolean claim, Instant at) {

  public NotUpheld {
    parts = Set.copyOf(parts);
  }

  boolean setsAside(Release release) {
    return release.recipient().equals(recipient) && parts.contains(release.segment()) && !release.at().isAfter(at);
  }
}
