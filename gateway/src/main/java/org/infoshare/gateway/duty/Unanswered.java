package org.infoshare.gateway.duty;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.infoshare.gateway.ledger.Pages;

/**
 * Has the next duty address told of every escalation that nobody answered in time, round and round.
 */
final class Unanswered implements Runnable {

  private final Pages pages;
  private final Clock clock;
  private final Duration answerWithin;

  Unanswered(Pages pages, Clock clock, Duration answerWithin) {
    this.pages = pages;
    this.clock = clock;
    this.answerWithin = answerWithin;
  }

  @Override
  public void run() {
    Instant since = clock.instant().minus(answerWithin);
    pages.unanswered(since).forEach(escalation -> pages.queueNext(escalation, since));
  }
}
