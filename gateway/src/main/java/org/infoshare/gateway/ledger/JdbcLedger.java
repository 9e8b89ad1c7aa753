package org.infoshare.gateway.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infoshare.gateway.ledger.lanes.LaneTurns;
import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;
import org.infoshare.routes.road.Acceptance;
import org.infoshare.routes.road.AttemptKey;
import org.infoshare.routes.road.Decided;
import org.infoshare.routes.road.DeliveryKey;
import org.infoshare.routes.road.Intake;
import org.infoshare.routes.road.Ledger;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger on PostgreSQL. Each method is one transaction; what can be made before it (encryption,
 * records) is.
 */
public final class JdbcLedger implements Ledger {

  private final JdbcClient database;
  private final Transactions transactions;
  private final Partitions partitions;
  private final Cases cases;
  private final MessageTexts texts;
  private final Remembering remembering;
  private final Accepting accepting;
  private final Duplicates duplicates;
  private final Deciding deciding;
  private final HeldUndecided heldUndecided;
  private final Outgoings outgoings;
  private final AttemptOpening opening;
  private final Closing closing;
  private final Stopping stopping;
  private final Statuses statuses;
  private final LaneTurns turns;

  JdbcLedger(
      LedgerParts parts,
      Transactions transactions,
      Partitions partitions,
      Registration registration,
      Escalations escalations) {
    this.database = parts.database();
    this.transactions = transactions;
    this.partitions = partitions;
    this.cases = new Cases(database, parts.keys());
    this.texts = parts.texts();
    this.remembering = parts.remembering();
    this.accepting =
        new Accepting(database, cases, parts.keys(), registration, new DecideQueue(database, parts.lanes()), escalations);
    this.duplicates = new Duplicates(database, parts.keys(), escalations);
    this.deciding = new Deciding(parts);
    this.heldUndecided = new HeldUndecided(parts);
    this.outgoings = new Outgoings(parts);
    this.opening = new AttemptOpening(parts, outgoings);
    this.closing = new Closing(parts);
    this.stopping = new Stopping(parts);
    this.statuses = new Statuses(database);
    this.turns = parts.turns();
  }

  @Override
  public Acceptance accept(Intake intake) {
    var envelope = intake.message().envelope();
    transactions.reaching(() -> partitions.readyFor(RetentionClass.year(intake.received().at())));
    Optional<Answered> answered =
        transactions.reaching(
            () -> envelope
                    .inReplyTo()
                    .flatMap(id -> Answered.find(database, envelope.from(), id))
                    .filter(answer -> answer.isAnsweredBy(intake.message())));
    if (envelope.inReplyTo().isPresent() && answered.isEmpty()) {
      return new Acceptance.AnswersNothing();
    }
    Optional<Accepting.Taken> taken =
        transactions.runIfPresent(() -> accepting.take(intake, answered));
    if (taken.isEmpty()) {
      return transactions.run(() -> duplicates.answer(intake));
    }
    MessageText text = taken.get().text();
    if (answered.isEmpty()) {
      cases.remember(envelope.from(), envelope.caseReference(), text.caseId());
    }
    texts.remember(text);
    if (taken.get().firstWord()) {
      remembering.rememberFirstWord(text, intake.protectedValues());
    }
    return new Acceptance.Taken(new MessageKey(text.id()), text.acceptedAt());
  }

  @Override
  public void refused(RefusedInput refused) {
    transactions.run(
        () ->
            database
                .sql(
                    "insert into refused_input (agency, sha256, length, code, at) values (?, ?, ?,"
                        + " ?, ?)")
                .params(
                    refused.from().map(AgencyId::value).orElse(null),
                    refused.sha256(),
                    refused.length(),
                    refused.code(),
                    Sql.at(refused.at()))
                .update());
  }

  @Override
  public Optional<MessageState> state(AgencyId sender, MessageId id) {
    return transactions.reaching(() -> statuses.of(sender, id));
  }

  @Override
  public Undecided undecided(MessageKey key) {
    return transactions.reaching(() -> deciding.undecided(key));
  }

  @Override
  public void decided(Turn turn, Decided decided) {
    Deciding.Prepared prepared = transactions.reaching(() -> deciding.prepare(decided));
    transactions.run(() -> deciding.record(turn, prepared));
  }

  @Override
  public void undecidable(Turn turn, MessageKey key, String code, Duration retryIn) {
    undecidable(turn, key, List.of(), code, retryIn);
  }

  @Override
  public void undecidable(
      Turn turn, MessageKey key, List<RecipientDecision> answers, String code, Duration retryIn) {
    List<Made> made = transactions.reaching(() -> heldUndecided.prepare(key, answers));
    transactions.run(
        () -> {
          heldUndecided.record(key, made, code);
          turns.backOff(turn, retryIn, code);
        });
  }

  @Override
  public Optional<Outgoing> outgoing(DeliveryKey key) {
    return transactions.reaching(() -> outgoings.of(key));
  }

  @Override
  public AttemptKey open(Turn turn, Opening attempt) {
    AttemptOpening.Prepared prepared = transactions.reaching(() -> opening.prepare(attempt));
    return transactions.run(() -> opening.open(turn, prepared));
  }

  @Override
  public void closed(Turn turn, AttemptKey attempt, SendOutcome outcome, Duration retryIn) {
    transactions.run(() -> closing.closed(turn, attempt, outcome, retryIn));
  }

  @Override
  public void stopped(Turn turn, Outgoing outgoing, Stop stop) {
    Optional<Stopping.Prepared> prepared =
        transactions.reaching(() -> stopping.prepare(outgoing, stop));
    transactions.run(() -> stopping.stopped(turn, prepared));
  }

  @Override
  public void nothingToDo(Turn turn) {
    transactions.run(() -> turns.done(turn));
  }
}
