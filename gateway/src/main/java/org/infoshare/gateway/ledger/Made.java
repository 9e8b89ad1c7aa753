package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.consent.words.ObligationCode;
import org.infoshare.consent.words.Where;
import org.infoshare.gateway.ledger.DecisionRow.PartDecided;
import org.infoshare.gateway.ledger.MessageWork.HeldSoFar;
import org.infoshare.model.Recipient;
import org.infoshare.routes.road.BeforeSending;
import org.infoshare.routes.road.RecipientDecision;

/** A decision with its record and what is owed because of it, ready to be written. */
record Made(RecipientDecision decision, DecisionRow row, List<ObligationRow> obligations) {

  static Made of(RecipientDecision decision, DecisionRow row, WorkingDays days) {
    Instant from = decision.request().now();
    return new Made(
        decision,
        row,
        decision.decision().obligations().stream()
            .map(
                obligation ->
                    ObligationRow.of(obligation, decision.recipient(), row.id(), from, days))
            .toList());
  }

  Recipient recipient() {
    return decision.recipient();
  }

  Set<String> released() {
    return where(Where.GOES).stream()
        .map(PartDecided::segment)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The parts that this decision leaves to persons and that do not wait already; what a person
   * refused under the same rule stays refused, and nobody is asked twice about a barred place.
   */
  List<HeldRow> newlyHeld(List<HeldSoFar> before) {
    return leftToPersons().stream()
        .filter(
            part ->
                before.stream()
                    .filter(held -> held.segment().equals(part.segment()))
                    .noneMatch(
                        held ->
                            held.waiting()
                                || (held.refused() || isBarredPlace(part))
                                    && held.rule().equals(part.rule())))
        .map(this::held)
        .toList();
  }

  /** The same, but for these segments. */
  List<HeldRow> newlyHeld(List<HeldSoFar> before, Set<String> except) {
    return newlyHeld(before).stream().filter(part -> !except.contains(part.segment())).toList();
  }

  private HeldRow held(PartDecided part) {
    return new HeldRow(
        UUID.randomUUID(),
        row.recipientAgency(),
        row.recipientFunction(),
        part.segment(),
        part.category(),
        part.rule(),
        Optional.of(row.id()),
        isBarredPlace(part) ? due(ObligationCode.O19) : holdEnds());
  }

  /** When what is held goes to another person. */
  private Optional<Instant> holdEnds() {
    return obligations.stream()
        .filter(ObligationRow::holdTimer)
        .findFirst()
        .flatMap(ObligationRow::dueAt);
  }

  boolean owes(ObligationCode code) {
    return obligations.stream().anyMatch(owed -> owed.code().equals(code.word()));
  }

  /** By when something is owed because of this decision, if a clock says so. */
  Optional<Instant> due(ObligationCode code) {
    return obligations.stream()
        .filter(owed -> owed.code().equals(code.word()))
        .findFirst()
        .flatMap(ObligationRow::dueAt);
  }

  Optional<String> rule(String segment) {
    return leftToPersons().stream()
        .filter(part -> part.segment().equals(segment))
        .map(PartDecided::rule)
        .findFirst();
  }

  /** Whether something is owed, and not met, before the first byte may leave. */
  boolean waits(MessageText text, MessageWork work) {
    return BeforeSending.owed(decision).stream()
        .anyMatch(code -> !work.isMet(recipient(), code.word()));
  }

  /** What is held; and, where the place is needed, a place that two persons may let go. */
  private List<PartDecided> leftToPersons() {
    boolean placeIsNeeded =
        obligations.stream().anyMatch(owed -> owed.code().equals(ObligationCode.O19.word()));
    return row.parts().stream()
        .filter(
            part ->
                part.where().equals(Where.HELD.word())
                    || placeIsNeeded && isBarredPlace(part) && mayEverGo(part))
        .toList();
  }

  /** What this recipient never gets for this purpose, no two persons release. */
  private boolean mayEverGo(PartDecided part) {
    return decision.decision().given().path("segments").valueStream()
        .filter(given -> given.path("id").asText().equals(part.segment()))
        .noneMatch(given -> given.path("need").asText().equals("never"));
  }

  private static boolean isBarredPlace(PartDecided part) {
    return part.where().equals(Where.OUT.word()) && part.rule().equals(HeldRow.BARRED_PLACE);
  }

  private List<PartDecided> where(Where where) {
    return row.parts().stream().filter(part -> part.where().equals(where.word())).toList();
  }
}
