package org.infoshare.mapping.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.infoshare.mapping.MalformedMessage;
import org.infoshare.mapping.MalformedMessage.Code;
import org.infoshare.model.Identifier;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.PlanType;

/** Whom the consent is about, and who gave it. What they are to a family it does not say. */
final class ConsentPeople {

  private static final PersonId PATIENT = new PersonId("p1");
  private static final PersonId GIVER = new PersonId("p2");

  private final List<Person> persons = new ArrayList<>();
  private final boolean byAnother;

  ConsentPeople(Consent consent) {
    Identifier patient = Identifiers.nhsNumber(consent.getPatient(), "Consent.patient");
    persons.add(person(PATIENT, patient));
    if (consent.getPerformer().size() > 1) {
      throw new MalformedMessage(
          Code.NOT_VALID, "Consent.performer", "send one Consent for each person who answered");
    }
    Optional<Identifier> giver =
        consent.getPerformer().stream()
            .findFirst()
            .map(performer -> Identifiers.nhsNumber(performer, "Consent.performer"));
    byAnother = giver.filter(one -> !one.value().equals(patient.value())).isPresent();
    if (byAnother) {
      persons.add(person(GIVER, giver.get()));
    }
  }

  List<Person> persons() {
    return List.copyOf(persons);
  }

  PersonId patient() {
    return PATIENT;
  }

  PersonId giver() {
    return byAnother ? GIVER : PATIENT;
  }

  private static Person person(PersonId id, Identifier identifier) {
    return new Person(
        id, PersonType.HOUSEHOLD, PlanType.NONE, Optional.empty(), List.of(identifier), false, List.of());
  }
}
