package org.infoshare.gateway.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a named person writes when settling something.
 *
 * @param reason why; stands in the record
 * @param second a second person's name, which a location needs; blank if there is none
 * @param toFunction another function of the recipient that it may go to instead; blank for the one that was named
 */
record Answer(
    @NotBlank(message = "Enter a reason") @Size(max = 2000, message = "The reason must be 2,000 characters or fewer") String reason,
    @Size(max = 200, message = "The second person’s name must be 200 characters or fewer") String second,
    String toFunction) {

  Answer {
    reason = reason == null ? "" : reason.strip();
    second = second == null ? "" : second.strip();
    toFunction = toFunction == null ? "" : toFunction.strip();
  }
}
