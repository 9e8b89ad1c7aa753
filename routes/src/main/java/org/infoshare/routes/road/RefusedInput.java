package org.infoshare.routes.road;

import java.time.Instant;
import java.util.Optional;
import org.infoshare.model.AgencyId;

/**
 * The trace of what was refused: no content, but a hash to prove it by.
 *
 * @param from who sent it, as far as its token says; empty when nobody was recognised
 * @param code the stable code that the sender was given
 */
public record RefusedInput(Optional<AgencyId> from, byte[] sha256, int length, String code, Instant at) {}
