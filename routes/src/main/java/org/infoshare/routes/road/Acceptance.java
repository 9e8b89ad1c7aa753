package org.infoshare.routes.road;

import java.time.Instant;

/** What the ledger did with a message that came in. */
public sealed interface Acceptance {

  /** Stored and queued: on disk before this returns. */
  record Taken(MessageKey key, Instant at) implements Acceptance {}

  /** The same message came before, with the same content: the first outcome, and nothing happened now. */
  record Again(MessageKey key, Instant at) implements Acceptance {}

  /** The id came before with other content. Both are kept for a person; nothing of the second travels. */
  record Conflict(MessageKey first) implements Acceptance {}

  /** It names a message to which it answers, and this sender was never sent that. Nothing is kept. */
  record AnswersNothing() implements Acceptance {}
}
