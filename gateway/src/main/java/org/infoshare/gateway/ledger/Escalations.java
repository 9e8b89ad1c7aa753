package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.UUID;

/** Who is told of a claimed immediate risk. */
public interface Escalations {

  /**
   * Opens an escalation, in the accepting transaction and as its last step: from the
   * acknowledgement on, somebody is being told, and goes on being told until a named person
   * answers.
   */
  void open(UUID message, Instant at);

  /**
   * The same for a message that was refused, since its id was used before for another: in the
   * transaction that keeps it for a person.
   *
   * @param first the message that was accepted under the id
   * @param conflict the refused one
   */
  void openForConflict(UUID first, UUID conflict, Instant at);
}
