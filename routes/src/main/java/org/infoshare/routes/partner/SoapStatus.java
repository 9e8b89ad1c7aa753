package org.infoshare.routes.partner;

import java.time.ZoneOffset;
import org.infoshare.mapping.childrensservices.wire.MessageStatus;
import org.infoshare.mapping.childrensservices.wire.RecipientStatus;
import org.infoshare.routes.road.MessageState;

/** The state of a message in the words of children's services' contract. */
final class SoapStatus {

  private SoapStatus() {}

  static MessageStatus of(MessageState state) {
    var status = new MessageStatus();
    status.setMessageId(state.id().value());
    status.setAcceptedAt(state.acceptedAt().atOffset(ZoneOffset.UTC));
    state.recipients().forEach(recipient -> status.getRecipient().add(recipient(recipient)));
    return status;
  }

  private static RecipientStatus recipient(MessageState.RecipientState state) {
    var status = new RecipientStatus();
    status.setAgency(state.recipient().agency().value());
    status.setFunction(state.recipient().function().value());
    for (MessageState.Step step : state.steps()) {
      var told = new RecipientStatus.Step();
      told.setState(step.state().word());
      told.setAt(step.at().atOffset(ZoneOffset.UTC));
      told.getReason().addAll(step.reasons());
      status.getStep().add(told);
    }
    for (MessageState.PartState part : state.parts()) {
      var told = new RecipientStatus.Part();
      told.setCategory(part.category().word());
      told.setWhere(part.where());
      told.setRule(part.rule());
      status.getPart().add(told);
    }
    status.getReading().addAll(state.reading());
    return status;
  }
}
