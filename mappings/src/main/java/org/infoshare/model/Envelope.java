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
 * @param requestedUnder the enactment under which its recipients asked for it, where they did
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
    Optional<LegalRequest> requestedUnder,
    Instant sentAt) {

  public Envelope {
    to = List.copyOf(to);
    areas = List.copyOf(areas);
  }

  /** Of a message for which nobody asked, as far as is known. */
  public Envelope(
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
    this(
        id, inReplyTo, from, by, to, caseReference, purpose, risk, areas, family, Optional.empty(),
        sentAt);
  }
}
