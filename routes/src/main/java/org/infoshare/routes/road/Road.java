package org.infoshare.routes.road;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.MessageId;

/** The one way in, as the partner routes see it. */
public final class Road {

  private final Accept accept;
  private final Refusals refusals;
  private final Clock clock;

  public Road(Accept accept, Refusals refusals, Clock clock) {
    this.accept = accept;
    this.refusals = refusals;
    this.clock = clock;
  }

  public Outcome accept(Received received, CaseMessage message) {
    return accept.accept(received, message);
  }

  public Outcome state(AgencyId sender, MessageId id) {
    return accept.state(sender, id);
  }

  /** What the work came to; whatever it throws becomes a refusal, with its trace in the ledger. */
  public Outcome answered(Received received, Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (RuntimeException broken) {
      return refusals.refused(received, broken);
    }
  }

  public Instant now() {
    return clock.instant();
  }

  /** What a failure at the door becomes. */
  @FunctionalInterface
  public interface Refusals {
    Outcome.Refused refused(Received received, RuntimeException broken);
  }
}
