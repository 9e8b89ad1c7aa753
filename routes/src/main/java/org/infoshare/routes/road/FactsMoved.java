package org.infoshare.routes.road;

/** What a decision rests on (consents, links, matches, releases, or the policy's active revision) changed since it was read. Nothing was changed: read and decide again. */
public final class FactsMoved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FactsMoved() {
    super("what the decision rests on has moved");
  }
}
