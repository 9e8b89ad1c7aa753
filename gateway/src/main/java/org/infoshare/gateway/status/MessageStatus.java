package org.infoshare.gateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.infoshare.routes.road.MessageState;

/** What became of a message, as partners' contracts have it. */
record MessageStatus(String id, Instant acceptedAt, List<ForRecipient> recipients) {

  record ForRecipient(
      String agency,
      String function,
      List<Step> steps,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> parts,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reading) {}

  record Step(
      String state, Instant at, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reasons) {}

  record Part(String category, String where, String rule) {}

  static MessageStatus of(MessageState state) {
    return new MessageStatus(
        state.id().value(),
        state.acceptedAt(),
        state.recipients().stream().map(MessageStatus::forRecipient).toList());
  }

  private static ForRecipient forRecipient(MessageState.RecipientState state) {
    return new ForRecipient(
        state.recipient().agency().value(),
        state.recipient().function().value(),
        state.steps().stream()
            .map(step -> new Step(step.state().word(), step.at(), step.reasons()))
            .toList(),
        state.parts().stream()
            .map(part -> new Part(part.category().word(), part.where(), part.rule()))
            .toList(),
        state.reading());
  }
}
