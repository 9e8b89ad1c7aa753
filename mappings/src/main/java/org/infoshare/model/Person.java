package org.infoshare.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person of the case, as the sender knows them: who they are to the case and what protects them.
 * Names and dates of birth are segments, since they may have to stay behind; the identifiers here
 * only join records and never leave.
 *
 * @param locationProtected the sender says that this person's whereabouts are to be kept from
 *     others
 */
public record Person(
    PersonId id,
    PersonType type,
    PlanType plan,
    Optional<LocalDate> birthDate,
    List<Identifier> identifiers,
    boolean locationProtected,
    List<Function> safeFunctions) {

  public Person {
    identifiers = List.copyOf(identifiers);
    safeFunctions = List.copyOf(safeFunctions);
  }

  @Override
  public String toString() {
    return "Person[" + id + ", " + type + "]";
  }
}
