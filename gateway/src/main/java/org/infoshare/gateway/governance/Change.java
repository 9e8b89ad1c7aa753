package org.infoshare.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A new wording of one agreement or table.
 *
 * @param content the whole of it, as it is to be
 * @param reason why; stands beside the revision
 * @param revision that it was made from: if another one is in force by now, somebody else changed
 *     something meanwhile, and nothing of this is put in force
 */
record Change(
    @NotNull(message = "Send the whole content") JsonNode content,
    @NotBlank(message = "Say why") String reason,
    @NotBlank(message = "Name the revision that you changed") String revision) {}
