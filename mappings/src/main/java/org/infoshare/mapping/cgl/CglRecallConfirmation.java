package org.infoshare.mapping.cgl;

import java.time.Instant;

/** What a recall named is used no longer. */
public record CglRecallConfirmation(
    String id,
    Instant sentAt,
    String inReplyTo,
    String caseReference,
    CglPractitioner practitioner,
    String done)
    implements CglDocument {}
