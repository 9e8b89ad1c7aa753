package org.infoshare.routes.road;

import java.util.UUID;

/** What is done with a row at the head of a lane. */
public interface LaneWork {

  /**
   * Does the work and ends the turn through the ledger. What it throws (save {@link TurnLost}) leaves the row where it is:
   * the lane backs off, and the row is shown to the operators with the code {@code FAULT}.
   *
   * @param ref the message or delivery
   */
  void run(UUID ref, Turn turn);
}
