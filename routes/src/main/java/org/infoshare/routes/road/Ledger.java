package org.infoshare.routes.road;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;

/**
 * The one durable truth. Every method is one transaction: when it returns, what it did is on disk; when it throws, nothing
 * of it happened. Throws {@link LedgerUnavailable} when the database cannot be reached.
 */
public interface Ledger {

  /**
   * Stores, deduplicates and queues a message, remembers what it tells about the case, and, if it claims an immediate risk,
   * opens an escalation.
   */
  Acceptance accept(Intake intake);

  /** Leaves a trace of what was refused. */
  void refused(RefusedInput refused);

  /** What became of a message, or empty if this agency never sent one under that id. */
  Optional<MessageState> state(AgencyId sender, MessageId id);

  /** The message whose turn it is, with what is known now. */
  Undecided undecided(MessageKey key);

  /**
   * Records the decisions and queues the deliveries that they allow: for each recipient what is released and not queued
   * yet. What is held waits for a named person.
   *
   * @throws FactsMoved if the knowledge has another version now
   */
  void decided(Turn turn, Decided decided);

  /**
   * Nobody could decide: the message stays at the head of its lane, visible.
   *
   * @param retryIn when it is tried again
   */
  void undecidable(Turn turn, MessageKey key, String code, Duration retryIn);

  /**
   * The policy could not be asked about a message. As {@link #undecidable}; and if nobody has decided it yet, what the
   * gateway itself answers then is recorded, held and owed, once, until somebody decides. Nothing goes by it, and no person
   * can release anything of it.
   *
   * @param answers one for each recipient, see {@link org.infoshare.consent.UndecidedAnswer}
   */
  void undecidable(Turn turn, MessageKey key, List<RecipientDecision> answers, String code, Duration retryIn);

  /** The delivery whose turn it is, with what is known now; empty if it has ended already. */
  Optional<Outgoing> outgoing(DeliveryKey key);

  /**
   * Opens an attempt, before anything is sent. Does not end the turn. From now on nothing else may go under this delivery's
   * id, since it may have arrived: what else its decision lets go goes by deciding the message again.
   *
   * @throws FactsMoved if the knowledge or the policy's active tables moved since the decision that it rests on was made
   */
  AttemptKey open(Turn turn, Opening opening);

  /**
   * Records the outcome of an attempt.
   *
   * @param retryIn when it is tried again, if it failed or is unknown
   */
  void closed(Turn turn, AttemptKey attempt, SendOutcome outcome, Duration retryIn);

  /**
   * The delivery does not go on by itself; a named person or an event decides. Of a decision that lets parts go beside it,
   * the message is decided again.
   *
   * @throws FactsMoved if the knowledge or the policy's active tables moved since it was found that it must stop
   */
  void stopped(Turn turn, Outgoing outgoing, Stop stop);

  /** Ends a turn that had nothing to do. */
  void nothingToDo(Turn turn);
}
