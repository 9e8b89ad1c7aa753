package org.infoshare.consent;

import java.util.List;

/**
 * Answers which parts of a message may go to one recipient, which stay out and which a person must
 * decide about.
 *
 * <p>An answer is complete: it has exactly one verdict for every segment that was asked about, or
 * there is none. The same request under the same revisions, before {@link Decision#validUntil()},
 * gets the same answer.
 */
@FunctionalInterface
public interface PolicyDecisionPoint {

  /**
   * Answers several requests, most often one message for each of its recipients, in their order.
   *
   * @throws PolicyUnavailable if the policy cannot be asked in time, or answers anything but a
   *     whole decision for every request; nothing may be sent then, see {@link UndecidedAnswer}
   * @throws InvalidDisclosureRequest if a request is not in the form that the policy reads
   */
  List<Decision> decide(List<DisclosureRequest> requests);

  /** As {@link #decide(List)}, for one request. */
  default Decision decide(DisclosureRequest request) {
    return decide(List.of(request)).getFirst();
  }
}
