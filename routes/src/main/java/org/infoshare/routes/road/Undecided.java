package org.infoshare.routes.road;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/**
 * A message whose turn it is to be decided.
 *
 * @param decidedBefore it is decided again: something else is known, or a person has decided
 * @param queued what is queued or gone of it already, by recipient: a message is decided again when a person releases a part
 * @param sent what may have reached its recipient and was not recalled since
 */
public record Undecided(
    MessageKey key,
    CaseMessage message,
    Instant acceptedAt,
    Knowledge knowledge,
    boolean decidedBefore,
    Map<Recipient, Set<SegmentId>> queued,
    Map<Recipient, Set<SegmentId>> sent) {}
