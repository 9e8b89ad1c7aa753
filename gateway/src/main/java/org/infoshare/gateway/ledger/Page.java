package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail to a duty address that is to be sent.
 *
 * @param number counts those of one escalation, from 1
 * @param answered a named person has answered the escalation: nobody needs to be told any more
 */
public record Page(UUID id, UUID escalation, int number, Instant queuedAt, boolean answered) {}
