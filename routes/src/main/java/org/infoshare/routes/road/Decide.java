package org.infoshare.routes.road;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.infoshare.consent.PolicyUnavailable;
import org.infoshare.consent.words.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second step of the road: asks the policy for each recipient, and records the decisions in one transaction with the
 * deliveries that they allow. No transaction is open while the policy is asked.
 */
public final class Decide implements LaneWork {

  private static final Logger LOG = LoggerFactory.getLogger(Decide.class);
  private static final int READ_AGAIN_AT_MOST = 5;

  private final Ledger ledger;
  private final Judgement judgement;
  private final Backoff whenNobodyCan;
  private final RandomGenerator random;

  public Decide(Ledger ledger, Judgement judgement, Backoff whenNobodyCan, RandomGenerator random) {
    this.ledger = ledger;
    this.judgement = judgement;
    this.whenNobodyCan = whenNobodyCan;
    this.random = random;
  }

  @Override
  public void run(UUID ref, Turn turn) {
    var key = new MessageKey(ref);
    for (int i = 0; i < READ_AGAIN_AT_MOST; i++) {
      if (LogContext.of(key, () -> decided(key, turn))) {
        return;
      }
    }
    ledger.undecidable(turn, key, "FACTS_KEEP_MOVING", whenNobodyCan.after(turn.tries(), random));
  }

  private boolean decided(MessageKey key, Turn turn) {
    Undecided undecided = ledger.undecided(key);
    try {
      var message = undecided.message();
      var knowledge = undecided.knowledge();
      var to = message.envelope().to();
      var phase = undecided.decidedBefore() ? Phase.REPLAY : Phase.INTAKE;
      var decisions = judgement.decide(message, knowledge, to, phase);
      var recalled = Withdrawn.afterSending(decisions, undecided.sent(), knowledge);
      if (!recalled.isEmpty()) {
        // That something is recalled is a circumstance of the decision: what is owed for it is the policy's to say.
        decisions = judgement.decide(message, knowledge.recallingFrom(recalled.keySet()), to, phase);
      }
      ledger.decided(turn, new Decided(key, knowledge.version(), decisions, recalled));
      return true;
    } catch (FactsMoved moved) {
      LOG.debug("facts moved while deciding");
      return false;
    } catch (PolicyUnavailable unavailable) {
      LOG.warn("nobody can decide: {}", unavailable.getMessage());
      var message = undecided.message();
      var answers = judgement.undecided(message, undecided.knowledge(), message.envelope().to());
      ledger.undecidable(turn, key, answers, "POLICY_UNAVAILABLE", whenNobodyCan.after(turn.tries(), random));
      return true;
    }
  }
}
