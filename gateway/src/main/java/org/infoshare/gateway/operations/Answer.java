package org.infoshare.gateway.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What a named person writes when settling something.
 *
 * @param reason why, or how; stands in the record
 * @param confirmed that they say what the form asks them to confirm; where it asks for nothing, of
 *     no account
 * @param with other held parts that are decided together with the one that is named
 */
record Answer(
    @NotBlank(message = "Enter a reason")
        @Size(max = 2000, message = "The reason must be 2,000 characters or fewer")
        String reason,
    Boolean confirmed,
    List<UUID> with) {

  static final Answer EMPTY = new Answer("", false, List.of());

  Answer {
    reason = reason == null ? "" : reason.strip();
    // A box that is not ticked is not sent.
    confirmed = Boolean.TRUE.equals(confirmed);
    with = with == null ? List.of() : List.copyOf(with);
  }
}
