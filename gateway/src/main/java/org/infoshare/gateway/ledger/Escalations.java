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
}
