package org.infoshare.gateway.duty;

import org.infoshare.gateway.ledger.Notices;

/** Has the duty addresses told of what newly waits for a person and is not seen to at the desk. */
final class NewlyWaiting implements Runnable {

  private final Notices notices;
  private final int addresses;

  /**
   * @param addresses how many duty addresses there are
   */
  NewlyWaiting(Notices notices, int addresses) {
    this.notices = notices;
    this.addresses = addresses;
  }

  @Override
  public void run() {
    notices.queue(addresses);
  }
}
