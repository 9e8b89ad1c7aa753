package org.infoshare.routes.road;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;

/** A ledger that remembers what it was told, and can say that facts moved. */
final class FakeLedger implements Ledger {

  final List<MessageState> states = new ArrayList<>();
  Undecided undecided;
  Outgoing outgoing;
  int factsMoveTimes;
  Acceptance acceptance = new Acceptance.Taken(new MessageKey(new UUID(0, 1)), Invented.NOW);
  final List<Intake> taken = new ArrayList<>();
  final List<RefusedInput> refused = new ArrayList<>();
  final List<Decided> decided = new ArrayList<>();
  final List<String> undecidable = new ArrayList<>();
  final List<RecipientDecision> heldUndecided = new ArrayList<>();
  final List<Opening> opened = new ArrayList<>();
  final List<SendOutcome> closed = new ArrayList<>();
  final List<Stop> stopped = new ArrayList<>();

  @Override
  public Acceptance accept(Intake intake) {
    taken.add(intake);
    return acceptance;
  }

  @Override
  public void refused(RefusedInput input) {
    refused.add(input);
  }

  @Override
  public Optional<MessageState> state(AgencyId sender, MessageId id) {
    return states.stream().filter(state -> state.id().equals(id)).findFirst();
  }

  @Override
  public Undecided undecided(MessageKey key) {
    return undecided;
  }

  @Override
  public void decided(Turn turn, Decided made) {
    moved();
    decided.add(made);
  }

  @Override
  public void undecidable(Turn turn, MessageKey key, String code, Duration retryIn) {
    undecidable.add(code);
  }

  @Override
  public void undecidable(Turn turn, MessageKey key, List<RecipientDecision> answers, String code, Duration retryIn) {
    undecidable.add(code);
    heldUndecided.addAll(answers);
  }

  @Override
  public Optional<Outgoing> outgoing(DeliveryKey key) {
    return Optional.ofNullable(outgoing);
  }

  @Override
  public AttemptKey open(Turn turn, Opening opening) {
    moved();
    opened.add(opening);
    return new AttemptKey(new UUID(0, 2));
  }

  @Override
  public void closed(Turn turn, AttemptKey attempt, SendOutcome outcome, Duration retryIn) {
    closed.add(outcome);
  }

  @Override
  public void stopped(Turn turn, Outgoing outgoing, Stop stop) {
    stopped.add(stop);
  }

  @Override
  public void nothingToDo(Turn turn) {}

  private void moved() {
    if (factsMoveTimes > 0) {
      factsMoveTimes--;
      throw new FactsMoved();
    }
  }
}
