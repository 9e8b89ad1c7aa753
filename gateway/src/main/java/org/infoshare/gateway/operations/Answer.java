package org.infoshare.gateway.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a named person writes when settling something.
 *
 * @param reason why; stands in the record
 * @param second the account of a second person, whom a location needs; blank if there is none
 * @param toFunction another function of the recipient that it may go to instead; blank for the one
 *     that was named
 */
record Answer(
    @NotBlank(message = "Enter a reason")
        @Size(max = 2000, message = "The reason must be 2,000 characters or fewer")
        String reason,
    @Pattern(
            regexp = "\\S{0,200}",
            message = "Enter the second person’s account name, which has no spaces")
        String second,
    @Pattern(
            regexp = "([a-z][a-z0-9]*(_[a-z0-9]+)*)?",
            message = "Enter a function as the agreement has it")
        String toFunction) {

  Answer {
    reason = reason == null ? "" : reason.strip();
    second = second == null ? "" : second.strip();
    toFunction = toFunction == null ? "" : toFunction.strip();
  }
}
