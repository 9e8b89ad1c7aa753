package org.infoshare.gateway.operations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.infoshare.gateway.ledger.AlsoSaid;

/**
 * What a named person writes when settling something.
 *
 * @param reason why, or how; stands in the record
 * @param confirmed that they say what the form asks them to confirm; where it asks for nothing, of
 *     no account
 * @param with other held parts that are decided together with the one that is named
 * @param consulted whom they consulted about a held part, if anybody
 * @param dissent who was of another mind about it, if anybody
 * @param askAgain that somebody of the family is to be asked, or asked again, whether they agree
 */
record Answer(
    @NotBlank(message = "Enter a reason")
        @Size(max = 2000, message = "The reason must be 2,000 characters or fewer")
        String reason,
    Boolean confirmed,
    List<UUID> with,
    @Size(max = 2000, message = "Whom you consulted must be 2,000 characters or fewer")
        String consulted,
    @Size(max = 2000, message = "Who was of another mind must be 2,000 characters or fewer")
        String dissent,
    Boolean askAgain) {

  static final Answer EMPTY = with(List.of());

  /** Nothing is written yet. */
  static Answer with(List<UUID> others) {
    return new Answer("", false, others, "", "", false);
  }

  Answer {
    reason = reason == null ? "" : reason.strip();
    // A box that is not ticked is not sent.
    confirmed = Boolean.TRUE.equals(confirmed);
    consulted = consulted == null ? "" : consulted.strip();
    dissent = dissent == null ? "" : dissent.strip();
    askAgain = Boolean.TRUE.equals(askAgain);
    with = with == null ? List.of() : List.copyOf(with);
  }

  AlsoSaid besides() {
    return AlsoSaid.of(consulted, dissent, askAgain);
  }
}
