package org.infoshare.routes.road;

import java.time.Instant;
import org.infoshare.model.Recipient;

/**
 * A named person decided that a message should be shared with this recipient, and found it necessary and proportionate. Input
 * to the policy where no machine may decide alone (UK GDPR Art 22B(4)).
 */
public record NamedDecision(Recipient recipient, String by, String role, Instant at) {}
