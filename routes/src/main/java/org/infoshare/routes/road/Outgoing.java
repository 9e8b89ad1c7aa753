package org.infoshare.routes.road;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;
import org.infoshare.model.SegmentId;

/**
 * A delivery whose turn it is.
 *
 * @param id under which the recipient gets it: the same at every try
 * @param inReplyTo the recipient's own id of the message that this answers
 * @param segments of the message that were queued with this delivery: no other may go with it
 * @param standing the decision that it rests on so far
 * @param refs under which the recipient knows the message's persons
 * @param tries how many attempts were opened before
 * @param done what had to happen before sending and did
 * @param recall if it is no part of the message, but recalls its segments
 */
public record Outgoing(
    DeliveryKey key,
    MessageKey messageKey,
    MessageId id,
    Optional<MessageId> inReplyTo,
    CaseMessage message,
    Recipient recipient,
    Set<SegmentId> segments,
    RecipientDecision standing,
    Knowledge knowledge,
    RecipientRefs refs,
    int tries,
    Set<ObligationCode> done,
    Optional<Recalling> recall) {

  /**
   * What is recalled.
   *
   * @param message by the id under which the recipient received it
   */
  public record Recalling(MessageId message, Instant at) {}
}
