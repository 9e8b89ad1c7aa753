package org.infoshare.model;

import java.time.Instant;
import java.util.Optional;

/**
 * That somebody was asked, and what they answered. Never overwritten: a later one stands beside it,
 * and the policy resolves the history for each segment and recipient.
 */
public record Consent(
    PersonId subject,
    ConsentKind kind,
    ConsentState state,
    PersonId giver,
    Authority authority,
    ConsentScope scope,
    Instant at,
    Optional<Instant> expires,
    boolean competentMinor,
    Circumstances circumstances,
    Coercion coercion) {}
