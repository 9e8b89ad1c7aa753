package org.infoshare.routes.road;

/** The lane was taken over by another node while this one was away. Nothing was changed; nothing more may be sent. */
public final class TurnLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TurnLost(Turn turn) {
    super("lane taken over: " + turn.lane());
  }
}
