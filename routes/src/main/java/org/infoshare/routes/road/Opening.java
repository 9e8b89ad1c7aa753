package org.infoshare.routes.road;

import java.util.Optional;
import java.util.Set;
import org.infoshare.model.SegmentId;

/**
 * An attempt about to be opened.
 *
 * @param again the decision that was made again, or empty if the standing one still holds by the policy's own invariant
 * @param carried the segments in the bytes
 * @param keptBack what stays behind for a person because a control stopped the whole
 */
public record Opening(
    DeliveryKey delivery,
    long knowledgeVersion,
    String tablesRevision,
    Optional<RecipientDecision> again,
    Set<SegmentId> carried,
    Set<SegmentId> notCarried,
    Optional<KeptBack> keptBack,
    ToSend toSend) {}
