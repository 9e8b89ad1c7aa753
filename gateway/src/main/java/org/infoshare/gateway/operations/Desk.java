package org.infoshare.gateway.operations;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.infoshare.gateway.ledger.Deliveries;
import org.infoshare.gateway.ledger.HeldParts;
import org.infoshare.gateway.ledger.NotHeld;
import org.infoshare.gateway.ledger.Pages;
import org.infoshare.gateway.ledger.ReleaseByPerson;
import org.infoshare.gateway.security.NamedPerson;
import org.infoshare.gateway.security.Roles;
import org.springframework.stereotype.Component;

/**
 * What a named person of the duty team does about what waits. Everything goes down the road again;
 * nothing goes round it.
 */
@Component
class Desk {

  /** It was settled before, by this person or another, or never waited. */
  static final class AlreadySettled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The second person is the first. */
  static final class OnePersonTwice extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final HeldParts heldParts;
  private final Deliveries deliveries;
  private final Pages pages;

  Desk(HeldParts heldParts, Deliveries deliveries, Pages pages) {
    this.heldParts = heldParts;
    this.deliveries = deliveries;
    this.pages = pages;
  }

  /**
   * @throws OnePersonTwice if the second person is the first
   * @throws AlreadySettled if it does not wait
   */
  void release(UUID heldPart, Answer answer, NamedPerson person) {
    if (answer.second().equalsIgnoreCase(person.account())) {
      throw new OnePersonTwice();
    }
    var release =
        new ReleaseByPerson(
            person.account(),
            said(answer.second()),
            Roles.DUTY,
            answer.reason(),
            said(answer.toFunction()));
    settle(() -> heldParts.release(heldPart, release));
  }

  void refuse(UUID heldPart, Answer answer, NamedPerson person) {
    settle(() -> heldParts.refuse(heldPart, person.account(), Roles.DUTY, answer.reason()));
  }

  /** The chain of e-mails ends here. */
  void answer(UUID escalation, NamedPerson person) {
    if (!pages.acknowledge(escalation, person.name(), Roles.DUTY)) {
      throw new AlreadySettled();
    }
  }

  void tryNow(UUID delivery) {
    deliveries.tryNow(delivery);
  }

  void close(UUID attention, Answer answer, NamedPerson person) {
    deliveries.close(attention, person.name(), answer.reason());
  }

  void meet(UUID obligation, Answer answer, NamedPerson person) {
    if (!deliveries.meet(obligation, person.name(), answer.reason())) {
      throw new AlreadySettled();
    }
  }

  private static void settle(Runnable settling) {
    try {
      settling.run();
    } catch (NotHeld e) {
      throw new AlreadySettled();
    }
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(Predicate.not(String::isEmpty));
  }
}
