package org.infoshare.gateway.status;

import static org.infoshare.gateway.security.Problems.problem;

import org.infoshare.model.AgencyId;
import org.infoshare.model.MessageId;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.StatusInWords;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A message's status, for its sender alone. */
@RestController
class StatusController {

  private static final class NoSuchMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Ledger ledger;
  private final StatusInWords readings;

  StatusController(Ledger ledger, StatusInWords readings) {
    this.ledger = ledger;
    this.readings = readings;
  }

  /**
   * @param id with all that follows in the path: a message's id may have slashes
   */
  @GetMapping("/agencies/{agency}/messages/{*id}")
  MessageStatus status(@PathVariable AgencyId agency, @PathVariable String id) {
    return ledger
        .state(agency, messageId(id.substring(1)))
        .map(state -> state.inWords(readings.of(agency, state)))
        .map(MessageStatus::of)
        .orElseThrow(NoSuchMessage::new);
  }

  private static MessageId messageId(String text) {
    try {
      return new MessageId(text);
    } catch (IllegalArgumentException e) {
      throw new NoSuchMessage();
    }
  }

  @ExceptionHandler
  ProblemDetail noSuchMessage(NoSuchMessage e) {
    return problem(
        HttpStatus.NOT_FOUND,
        "NO_SUCH_MESSAGE",
        "No such message",
        "Your agency never sent a message under this id, or it was refused and not kept. Check the"
            + " id, or send it again.");
  }
}
