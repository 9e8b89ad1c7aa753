package org.infoshare.gateway.operations;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.gateway.ledger.Deliveries;
import org.infoshare.gateway.ledger.Deliveries.Met;
import org.infoshare.gateway.ledger.HeldParts;
import org.infoshare.gateway.ledger.HeldParts.Released;
import org.infoshare.gateway.ledger.NotHeld;
import org.infoshare.gateway.ledger.OnePersonTwice;
import org.infoshare.gateway.ledger.Pages;
import org.infoshare.gateway.ledger.PossibleMatches;
import org.infoshare.gateway.ledger.PossibleMatches.PossibleMatch;
import org.infoshare.gateway.ledger.ReleaseByPerson;
import org.infoshare.gateway.ledger.Signatory;
import org.infoshare.gateway.security.NamedPerson;
import org.infoshare.gateway.security.Problems;
import org.infoshare.gateway.security.Roles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * What a named person of the duty team does about what waits. Everything goes down the road again;
 * nothing goes round it. Who does it is who is logged in.
 */
@Component
class Desk {

  /** What a person must confirm, beside saying how: call-back, own decision, nobody named. */
  static final Set<String> TO_BE_CONFIRMED = Set.of("O11", "O25", "O26");

  /** It was settled before, by this person or another, or never waited. */
  static final class AlreadySettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadySettled() {
      this("Somebody else settled it, or a later decision did.");
    }

    /**
     * @param how it was settled, as a sentence that a person reads
     */
    AlreadySettled(String how) {
      super(how);
    }

    ProblemDetail problem() {
      return Problems.problem(
          HttpStatus.CONFLICT,
          "ALREADY_SETTLED",
          "This no longer waits",
          getMessage() + " Nothing was recorded now. Look at the list of what waits again.");
    }
  }

  /** What must be confirmed was not. */
  static final class NotConfirmed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** That it is done does not say whether it is upheld. */
  static final class FindingNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProblemDetail problem() {
      return Problems.problem(
          HttpStatus.CONFLICT,
          "FINDING_NEEDED",
          "An override is reviewed with a finding",
          "Somebody of information governance says at /operations/overrides whether it is upheld.");
    }
  }

  private final OverviewQueries queries;
  private final HeldParts heldParts;
  private final Deliveries deliveries;
  private final Pages pages;
  private final PossibleMatches matches;

  Desk(
      OverviewQueries queries,
      HeldParts heldParts,
      Deliveries deliveries,
      Pages pages,
      PossibleMatches matches) {
    this.queries = queries;
    this.heldParts = heldParts;
    this.deliveries = deliveries;
    this.pages = pages;
    this.matches = matches;
  }

  /**
   * @return how far the part has come, and each of those that are decided with it
   * @throws OnePersonTwice if two are needed, and this person was the first
   * @throws AlreadySettled if one of them does not wait, or not for the same reason: none is released
   */
  Map<UUID, Released> release(UUID heldPart, Answer answer, NamedPerson person) {
    try {
      return heldParts.release(
          together(heldPart, answer),
          new ReleaseByPerson(person.account(), Roles.DUTY, answer.reason(), answer.besides()));
    } catch (NotHeld e) {
      throw new AlreadySettled();
    }
  }

  void refuse(UUID heldPart, Answer answer, NamedPerson person) {
    try {
      heldParts.refuse(
          together(heldPart, answer),
          person.account(),
          Roles.DUTY,
          answer.reason(),
          answer.besides());
    } catch (NotHeld e) {
      throw new AlreadySettled();
    }
  }

  private Set<UUID> together(UUID heldPart, Answer answer) {
    Set<UUID> alike =
        queries.alike(heldPart).stream()
            .map(Overview.HeldPart::id)
            .collect(Collectors.toUnmodifiableSet());
    if (!alike.containsAll(answer.with())) {
      throw new AlreadySettled();
    }
    var together = new HashSet<>(answer.with());
    together.add(heldPart);
    return together;
  }

  /**
   * The chain of e-mails ends here.
   *
   * @throws AlreadySettled saying who has it, if somebody has
   */
  void answer(UUID escalation, NamedPerson person) {
    if (!pages.acknowledge(escalation, person.name(), Roles.DUTY)) {
      throw queries
          .taken(escalation)
          .map(
              taken ->
                  new AlreadySettled(
                      "%s has had it since %s."
                          .formatted(taken.by(), new Times().of(taken.takenAt()))))
          .orElseGet(AlreadySettled::new);
    }
  }

  void tryNow(UUID delivery) {
    deliveries.tryNow(delivery);
  }

  /**
   * @throws AlreadySettled if it is closed, or ends only when somebody decides about what is held
   */
  void close(UUID attention, Answer answer, NamedPerson person) {
    if (!deliveries.close(attention, person.name(), answer.reason())) {
      throw new AlreadySettled(
          "Somebody else settled it, or it ends only when somebody decides about what is held.");
    }
  }

  /**
   * @throws FindingNeeded if it is an override to be reviewed, which governance does
   * @throws NotConfirmed if the person did not confirm what this one asks for
   * @throws OnePersonTwice if two are needed, and this person was the first
   * @throws AlreadySettled if it is not open
   */
  Met meet(UUID obligation, Answer answer, NamedPerson person) {
    String code = queries.openObligation(obligation).orElseThrow(AlreadySettled::new);
    if (code.equals(ObligationCode.O5.word())) {
      throw new FindingNeeded();
    }
    if (TO_BE_CONFIRMED.contains(code) && !answer.confirmed()) {
      throw new NotConfirmed();
    }
    var signatory = new Signatory(person.account(), person.name(), Roles.DUTY);
    Met met = deliveries.meet(obligation, signatory, answer.reason());
    if (met == Met.NOT_OPEN) {
      throw new AlreadySettled();
    }
    return met;
  }

  /**
   * Two who may be one, as this person may see them.
   *
   * @throws AlreadySettled if it was settled before
   */
  MatchPage match(UUID personA, UUID personB, NamedPerson person) {
    PossibleMatch match = matches.find(personA, personB).orElseThrow(AlreadySettled::new);
    return MatchPage.of(match, matches.told(match), person.duty());
  }

  /**
   * @param said {@code same} or {@code different}
   * @throws AlreadySettled if it was settled before
   */
  void settle(UUID personA, UUID personB, String said, Answer answer, NamedPerson person) {
    var same = PossibleMatches.Answer.valueOf(said.toUpperCase(Locale.ROOT));
    if (!matches.settle(personA, personB, same, person.name(), answer.reason())) {
      throw new AlreadySettled();
    }
  }
}
