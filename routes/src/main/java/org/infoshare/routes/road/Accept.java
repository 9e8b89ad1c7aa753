package org.infoshare.routes.road;

import org.infoshare.mapping.MalformedMessage;
import org.infoshare.model.AgencyId;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.MessageId;
import org.infoshare.model.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first step of the road: checks what only the house knows, stores, deduplicates and queues. When it returns an
 * acknowledgement, the message is on disk.
 */
public final class Accept {

  private static final Logger LOG = LoggerFactory.getLogger(Accept.class);

  private final Ledger ledger;
  private final Agencies agencies;
  private final StatusInWords words;

  public Accept(Ledger ledger, Agencies agencies, StatusInWords words) {
    this.ledger = ledger;
    this.agencies = agencies;
    this.words = words;
  }

  /**
   * Takes a message that its mapping has understood.
   *
   * @throws MalformedMessage if it names a recipient that this gateway does not know, an attachment is not what it says, or
   *     it answers a message that its sender was never sent
   * @throws LedgerUnavailable if it could not be stored: nothing of it is received
   */
  public Outcome accept(Received received, CaseMessage message) {
    for (Recipient recipient : message.envelope().to()) {
      if (agencies.find(recipient.agency()).isEmpty()) {
        throw new MalformedMessage(
            MalformedMessage.Code.UNKNOWN_RECIPIENT, "recipient", "this gateway knows no agency of that name");
      }
    }
    Attachments.check(message);
    var id = message.envelope().id();
    return switch (ledger.accept(new Intake(received, message, ProtectedValues.of(message, received.at())))) {
      case Acceptance.Taken taken -> LogContext.of(taken.key(), () -> acknowledged(id, taken, received));
      case Acceptance.Again again -> new Outcome.Acknowledged(id, again.key(), again.at(), true);
      case Acceptance.Conflict ignored ->
          new Outcome.Refused(
              Outcome.Fault.CONFLICT,
              "ID_USED_BEFORE",
              "this message id came before with other content; a person will look at both. Send new content under a new id");
      case Acceptance.AnswersNothing ignored ->
          throw new MalformedMessage(
              MalformedMessage.Code.UNKNOWN_MESSAGE, "inReplyTo", "you were sent no message under that id");
    };
  }

  private static Outcome acknowledged(MessageId id, Acceptance.Taken taken, Received received) {
    LOG.info("accepted from {}", received.from());
    return new Outcome.Acknowledged(id, taken.key(), taken.at(), false);
  }

  /** What became of a message of this sender. */
  public Outcome state(AgencyId sender, MessageId id) {
    return ledger
        .state(sender, id)
        .map(state -> state.inWords(words.of(sender, state)))
        .<Outcome>map(Outcome.Found::new)
        .orElseGet(
            () ->
                new Outcome.Refused(
                    Outcome.Fault.NOT_FOUND, "NO_SUCH_MESSAGE", "you sent no message under that id, or it was refused"));
  }
}
