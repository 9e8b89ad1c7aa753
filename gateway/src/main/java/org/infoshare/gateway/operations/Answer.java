package org.infoshare.gateway.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a named person writes when settling something.
 *
 * @param reason why, or how; stands in the record
 * @param confirmed that they say what the form asks them to confirm; where it asks for nothing, of
 *     no account
 */
record Answer(
    @NotBlank(message = "Enter a reason")
        @Size(max = 2000, message = "The reason must be 2,000 characters or fewer")
        String reason,
    Boolean confirmed) {

  static final Answer EMPTY = new Answer("", false);

  Answer {
    reason = reason == null ? "" : reason.strip();
    // A box that is not ticked is not sent.
    confirmed = Boolean.TRUE.equals(confirmed);
  }
}
