package org.infoshare.routes.road;

import java.util.Optional;
import java.util.Set;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.model.SegmentId;

/**
 * An attempt about to be opened.
 *
 * @param again the decision that was made again, or empty if the standing one still holds by the policy's own invariant
 * @param carried the segments in the bytes
 * @param toTell what is owed with it and its form has no place for (O8, O10, O24): a person tells the recipient at once
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
    Set<ObligationCode> toTell,
    ToSend toSend) {}
