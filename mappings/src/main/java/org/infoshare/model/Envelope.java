package org.infoshare.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who tells whom, about which family, why, at what risk, and when.
 *
 * @param inReplyTo the message that this one answers, by the id under which the answering agency
 *     received it
 * @param areas the areas in which the children live or are found, for example {@code central};
 *     empty: not stated
 * @param sentAt when the sender says that it sent this; a transport field, no part of the content
 */
public record Envelope(
    MessageId id,
    Optional<MessageId> inReplyTo,
    AgencyId from,
    Practitioner by,
    List<Recipient> to,
    CaseReference caseReference,
    Purpose purpose,
    Risk risk,
    List<String> areas,
    Family family,
    Instant sentAt) {

  public Envelope {
    to = List.copyOf(to);
    areas = List.copyOf(areas);
  }
}
