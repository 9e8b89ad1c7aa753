package org.infoshare.model;

import java.util.List;
import java.util.Set;

/**
 * What one agency tells others about the people of one case, in nobody's wire format.
 *
 * <p>A message is an {@link Envelope} and a list of {@link Segment}s; a segment is what the policy
 * decides about. What leaves is a new message that {@linkplain #only copies in} the released ones.
 */
public sealed interface CaseMessage
    permits Referral, ReferralAnswer, ConsentRecord, Recall, RecallConfirmation {

  Envelope envelope();

  List<Segment> segments();

  /** A message of the same kind under another envelope, holding these segments and no others. */
  CaseMessage only(Set<SegmentId> released, Envelope envelope);

  /** The policy's word for this kind of message. */
  String kind();
}
