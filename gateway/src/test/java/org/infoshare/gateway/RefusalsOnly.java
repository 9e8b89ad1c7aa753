package org.infoshare.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.AttemptKey;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.DeliveryKey;
import org.infoshare.routes.road.Intake;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.LedgerUnavailable;
import org.infoshare.routes.road.MessageKey;
import org.infoshare.routes.road.MessageState;
import org.infoshare.routes.road.Opening;
import org.infoshare.routes.road.Outgoing;
import org.infoshare.routes.road.RecipientDecision;
import org.infoshare.routes.road.RefusedInput;
import org.infoshare.routes.road.SendOutcome;
import org.infoshare.routes.road.Stop;
import org.infoshare.routes.road.Turn;
import org.infoshare.routes.road.Undecided;

/**
 * A ledger that keeps the traces of what was refused, knows the states that it is told, and can be
 * down.
 */
public final class RefusalsOnly implements Ledger {

  private final List<RefusedInput> refused = Collections.synchronizedList(new ArrayList<>());
  private final List<MessageState> states = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean down;

  public List<RefusedInput> refused() {
    return List.copyOf(refused);
  }

  public void knows(MessageState state) {
    states.add(state);
  }

  public void goesDown() {
    down = true;
  }

  public void forgetAll() {
    refused.clear();
    states.clear();
    down = false;
  }

  @Override
  public void refused(RefusedInput input) {
    requireUp();
    refused.add(input);
  }

  @Override
  public Optional<MessageState> state(AgencyId sender, MessageId id) {
    requireUp();
    return states.stream().filter(state -> state.id().equals(id)).findFirst();
  }

  private void requireUp() {
    if (down) {
      throw new LedgerUnavailable(new IllegalStateException("down, as the test wants it"));
    }
  }

  @Override
  public Acceptance accept(Intake intake) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Undecided undecided(MessageKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void decided(Turn turn, Decided decided) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void undecidable(Turn turn, MessageKey key, String code, Duration retryIn) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void undecidable(
      Turn turn, MessageKey key, List<RecipientDecision> answers, String code, Duration retryIn) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Outgoing> outgoing(DeliveryKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AttemptKey open(Turn turn, Opening opening) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void closed(Turn turn, AttemptKey attempt, SendOutcome outcome, Duration retryIn) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stopped(Turn turn, Outgoing outgoing, Stop stop) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void nothingToDo(Turn turn) {
    throw new UnsupportedOperationException();
  }
}
