package org.infoshare.routes.road;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infoshare.consent.DisclosureRequest;
import org.infoshare.consent.words.AgencyRef;
import org.infoshare.consent.words.Authority;
import org.infoshare.consent.words.Category;
import org.infoshare.consent.words.Circumstances;
import org.infoshare.consent.words.Coercion;
import org.infoshare.consent.words.ConsentKind;
import org.infoshare.consent.words.ConsentState;
import org.infoshare.consent.words.FunctionName;
import org.infoshare.consent.words.Match;
import org.infoshare.consent.words.PersonRef;
import org.infoshare.consent.words.PersonType;
import org.infoshare.consent.words.Plan;
import org.infoshare.consent.words.Purpose;
import org.infoshare.consent.words.RelationKind;
import org.infoshare.model.Consent;
import org.infoshare.model.England;
import org.infoshare.model.Family;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.Relation;

/** The people of a message in the policy's words. */
final class PolicyFamily {

  private static final int OLDEST = 150;

  private PolicyFamily() {}

  static Map<PersonRef, DisclosureRequest.Person> persons(Family family, Knowledge knowledge, Instant now) {
    return family.persons().stream()
        .collect(Collectors.toMap(person -> ref(person.id()), person -> person(person, knowledge, now)));
  }

  private static DisclosureRequest.Person person(Person person, Knowledge knowledge, Instant now) {
    return new DisclosureRequest.Person(
        PolicyWords.in(PersonType.values(), person.type().word()),
        person.birthDate().flatMap(born -> age(born, England.day(now))),
        Optional.of(PolicyWords.in(Plan.values(), person.plan().word())),
        knowledge.uncertain().contains(person.id()) ? Match.POSSIBLE : Match.CERTAIN,
        knowledge.conflicting().contains(person.id()),
        person.locationProtected(),
        Optional.empty(),
        person.safeFunctions().stream().map(function -> new FunctionName(function.value())).collect(Collectors.toSet()));
  }

  /** A day of birth that nobody alive can have, such as a system writes for none, tells no age. */
  private static Optional<Integer> age(LocalDate born, LocalDate today) {
    int years = Math.max(0, Period.between(born, today).getYears());
    return years > OLDEST ? Optional.empty() : Optional.of(years);
  }

  static List<DisclosureRequest.Relation> relations(Family family) {
    return family.relations().stream()
        .map(
            relation ->
                new DisclosureRequest.Relation(
                    ref(relation.a()), PolicyWords.in(RelationKind.values(), relation.kind().word()), ref(relation.b())))
        .toList();
  }

  static List<DisclosureRequest.Consent> consents(Family family) {
    return family.consents().stream().map(PolicyFamily::consent).toList();
  }

  private static DisclosureRequest.Consent consent(Consent consent) {
    var scope = consent.scope();
    return new DisclosureRequest.Consent(
        ref(consent.subject()),
        PolicyWords.in(ConsentKind.values(), consent.kind().word()),
        PolicyWords.in(ConsentState.values(), consent.state().word()),
        ref(consent.giver()),
        PolicyWords.in(Authority.values(), consent.authority().word()),
        Optional.of(
            new DisclosureRequest.Scope(
                scope.purposes().stream()
                    .map(purpose -> PolicyWords.in(Purpose.values(), purpose.word()))
                    .collect(Collectors.toSet()),
                scope.categories().stream()
                    .map(category -> PolicyWords.in(Category.values(), category.word()))
                    .collect(Collectors.toSet()),
                scope.recipients().stream().map(agency -> new AgencyRef(agency.value())).collect(Collectors.toSet()),
                refs(scope.about()))),
        PolicyWords.moment(consent.at()),
        consent.expires().map(PolicyWords::moment),
        consent.competentMinor(),
        PolicyWords.in(Circumstances.values(), consent.circumstances().word()),
        PolicyWords.in(Coercion.values(), consent.coercion().word()));
  }

  static Set<PersonRef> refs(List<PersonId> persons) {
    return persons.stream().map(PolicyFamily::ref).collect(Collectors.toSet());
  }

  static PersonRef ref(PersonId person) {
    return new PersonRef(person.value());
  }
}
