package org.infoshare.routes.road;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt: opened on disk, sent with no transaction open, its outcome recorded. */
final class Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final Ledger ledger;
  private final RandomGenerator random;

  Attempts(Ledger ledger, RandomGenerator random) {
    this.ledger = ledger;
    this.random = random;
  }

  /**
   * @throws FactsMoved if what it rests on has moved: nothing was sent
   */
  void make(Outgoing outgoing, Opening opening, Partner partner, Turn turn) {
    AttemptKey attempt = ledger.open(turn, opening);
    SendOutcome outcome = partner.send(opening.toSend());
    LOG.info("attempt {} of delivery {}: {}", attempt, outgoing.key(), outcome);
    ledger.closed(turn, attempt, outcome, retryIn(outgoing, partner, outcome));
  }

  /** What has arrived is not tried again. */
  private Duration retryIn(Outgoing outgoing, Partner partner, SendOutcome outcome) {
    return outcome instanceof SendOutcome.Delivered
        ? Duration.ZERO
        : partner.backoff().after(outgoing.tries(), random);
  }
}
