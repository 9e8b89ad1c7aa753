package org.infoshare.mapping.cgl;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A client gave, refused or withdrew consent. Refs of persons are those of the referral in {@code
 * inReplyTo}.
 */
public record CglConsentStatement(
    String id,
    Instant sentAt,
    String inReplyTo,
    String caseReference,
    LocalDate decidedOn,
    CglPractitioner practitioner,
    String about,
    List<String> kinds,
    String state,
    Optional<String> giver,
    Optional<String> authority,
    Optional<String> askedBy,
    Instant at,
    Optional<Instant> expires,
    Optional<Boolean> competentMinor,
    Optional<String> circumstances,
    Optional<String> coercion,
    List<String> purposes,
    List<String> categories,
    List<String> recipientAgencies)
    implements CglDocument {}
