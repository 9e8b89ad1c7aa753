package org.infoshare.gateway.ledger;

/**
 * Which obligations keep a delivery waiting, as the ledger asks it: what {@link
 * org.infoshare.routes.road.BeforeSending} says of a decision.
 */
public final class KeepsWaiting {

  /**
   * A condition on the obligation {@code o} of the message {@code m}. At immediate risk, unless a
   * review did not uphold that, O6 and O11 keep nothing waiting.
   */
  public static final String CONDITION =
      """
      (o.state = 'open' and o.before_sending and not (o.code in ('O6', 'O11') and m.immediate and not exists (
        select 1 from override_review r
        where r.message_id = o.message_id and r.recipient_agency = o.recipient_agency
          and r.recipient_function = o.recipient_function and r.claim and not r.upheld)))\
      """;

  private KeepsWaiting() {}
}
