package org.infoshare.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What IG leads edit, as it stood from one moment on.
 *
 * @param revision its name, which stands in every decision made with it
 * @param why in the words of the person who made it
 */
public record PolicyRevision(
    String revision,
    Instant activatedAt,
    String by,
    String why,
    JsonNode tables,
    JsonNode agreements) {}
