package org.infoshare.routes.road;

import java.time.Instant;
import org.infoshare.model.MessageId;

/** What a sender is told at once. Each protocol puts it in its own form. */
public sealed interface Outcome {

  /**
   * It is on disk, and the gateway answers for it from here on.
   *
   * @param again the same message came before: this is the stored first outcome
   */
  record Acknowledged(MessageId id, MessageKey receipt, Instant at, boolean again) implements Outcome {}

  /** What became of an earlier message. */
  record Found(MessageState state) implements Outcome {}

  /**
   * It is not received.
   *
   * @param code stable, for machines
   * @param whatToDo plain words; nothing in them was received
   */
  record Refused(Fault fault, String code, String whatToDo) implements Outcome {}

  /** Whose fault a refusal is, which each protocol says in its own way. */
  enum Fault {
    /** The document breaks the contract. */
    SENDER,
    /** The id was used before for other content. */
    CONFLICT,
    /** There is no such message of this sender. */
    NOT_FOUND,
    /** We cannot take it now. */
    GATEWAY
  }
}
