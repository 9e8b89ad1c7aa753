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
    pages
        .unanswered(since, addresses)
        .forEach(escalation -> pages.queueNext(escalation, since));
  }
}
