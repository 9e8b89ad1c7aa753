package org.infoshare.gateway.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.infoshare.gateway.ledger.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the next duty address told of every escalation that nobody answered in time, round and round.
 */
final class Unanswered implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Unanswered.class);

  private final Pages pages;
  private final Clock clock;
  private final Duration answerWithin;
  private final int addresses;

  /**
   * @param addresses how many duty addresses are told in turn
   */
  Unanswered(Pages pages, Clock clock, Duration answerWithin, int addresses) {
    this.pages = pages;
    this.clock = clock;
    this.answerWithin = answerWithin;
    this.addresses = addresses;
  }

  @Override
  public void run() {
    Instant since = clock.instant().minus(answerWithin);
    pages.unanswered(since, addresses).forEach(escalation -> next(escalation, since));
  }

  /** What is wrong with one keeps nobody from being told of the others; it is tried at the next look. */
  private void next(UUID escalation, Instant since) {
    try {
      pages.queueNext(escalation, since);
    } catch (RuntimeException fault) {
      log.error(
          "nobody more can be told of escalation {}: {}", escalation, fault.getClass().getName());
    }
  }
}
