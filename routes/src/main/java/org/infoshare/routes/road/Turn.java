package org.infoshare.routes.road;

/**
 * The right to work on the row at the head of a lane, and the fencing token that proves it. Every method of a port that is
 * given a turn ends it in its own transaction, or throws {@link TurnLost} and has changed nothing.
 *
 * @param epoch grows each time the lane changes hands
 * @param tries how often this row was begun before
 */
public record Turn(String lane, long row, long epoch, int tries) {

  /** Whether this is urgent work: its lanes are named {@code …/urgent}. */
  public boolean urgent() {
    return lane.endsWith("/urgent");
  }
}
