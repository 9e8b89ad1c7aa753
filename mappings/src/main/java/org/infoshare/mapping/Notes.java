package org.infoshare.mapping;

import java.util.Optional;

/**
 * What the gateway tells a recipient beside the message itself. Neither text may hold a value of the message or name
 * another recipient.
 *
 * @param notIncluded that something was left out, and whom to ask
 * @param handling from whom to keep what was sent
 */
public record Notes(Optional<String> notIncluded, Optional<String> handling) {

  /** Nothing to tell: the document is the same as if nothing had been left out. */
  public static final Notes NONE = new Notes(Optional.empty(), Optional.empty());
}
