package org.infoshare.gateway.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.infoshare.gateway.ledger.Remembered.Statement;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Consent;
import org.infoshare.model.Envelope;
import org.infoshare.model.Family;
import org.infoshare.model.Function;
import org.infoshare.model.Informing;
import org.infoshare.model.LinkKind;
import org.infoshare.model.LinkStatement;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.model.PersonType;
import org.infoshare.model.PlanType;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;

/**
 * A message's family together with what was told of the same people before, by everybody or by one
 * agency.
 */
final class FamilyView {

  private final Envelope envelope;
  private final Remembered remembered;
  private final Naming naming;

  FamilyView(Envelope envelope, Remembered remembered, Naming naming) {
    this.envelope = envelope;
    this.remembered = remembered;
    this.naming = naming;
  }

  Family everybodys() {
    return told(agency -> true);
  }

  Family of(AgencyId agency) {
    return told(agency.value()::equals);
  }

  private Family told(Predicate<String> by) {
    return new Family(persons(by), relations(by), links(by), consents(by), informing(by));
  }

  /**
   * The message's own persons first. What one agency keeps secret of somebody, no other agency's
   * silence makes known.
   */
  private List<Person> persons(Predicate<String> by) {
    Map<PersonId, Person> persons = new LinkedHashMap<>();
    envelope.family().persons().forEach(person -> persons.put(person.id(), person));
    for (Statement statement : remembered.statements()) {
      if (by.test(statement.statedBy())) {
        naming
            .of(statement.personId())
            .forEach(id -> persons.merge(id, person(id, statement), FamilyView::both));
      }
    }
    return new ArrayList<>(persons.values());
  }

  private static Person person(PersonId id, Statement statement) {
    return new Person(
        id,
        Words.find(PersonType.values(), PersonType::word, statement.type()),
        Words.find(PlanType.values(), PlanType::word, statement.plan()),
        Optional.empty(),
        List.of(),
        statement.locationProtected(),
        statement.safeFunctions().stream().map(Function::new).toList());
  }

  private static Person both(Person first, Person later) {
    return new Person(
        first.id(),
        first.type(),
        first.plan() == PlanType.NONE ? later.plan() : first.plan(),
        first.birthDate(),
        first.identifiers(),
        first.locationProtected() || later.locationProtected(),
        safeFunctions(first, later));
  }

  /** Those that everybody who protects the person calls safe. */
  private static List<Function> safeFunctions(Person first, Person later) {
    if (first.locationProtected() && later.locationProtected()) {
      return first.safeFunctions().stream().filter(later.safeFunctions()::contains).toList();
    }
    return later.locationProtected() ? later.safeFunctions() : first.safeFunctions();
  }

  private List<Relation> relations(Predicate<String> by) {
    var relations = new LinkedHashSet<>(envelope.family().relations());
    for (var row : remembered.relations()) {
      if (by.test(row.statedBy())) {
        var kind = Words.find(RelationKind.values(), RelationKind::word, row.kind());
        naming.of(row.a()).stream()
            .flatMap(
                a ->
                    naming.of(row.b()).stream()
                        .filter(b -> !b.equals(a))
                        .map(b -> new Relation(a, kind, b)))
            .forEach(relations::add);
      }
    }
    return List.copyOf(relations);
  }

  private List<LinkStatement> links(Predicate<String> by) {
    var links = new LinkedHashSet<>(envelope.family().links());
    for (var row : remembered.links()) {
      if (by.test(row.statedBy())) {
        naming
            .of(row.personId())
            .forEach(
                person ->
                    links(new AgencyId(row.agency()), person, row.links()).forEach(links::add));
      }
    }
    return List.copyOf(links);
  }

  private static Stream<LinkStatement> links(AgencyId agency, PersonId person, List<String> kinds) {
    return kinds.isEmpty()
        ? Stream.of(new LinkStatement(agency, person, Optional.empty()))
        : kinds.stream()
            .map(
                kind ->
                    new LinkStatement(
                        agency,
                        person,
                        Optional.of(Words.find(LinkKind.values(), LinkKind::word, kind))));
  }

  /** An objection is one to the message that told of it: of those that were told before, none. */
  private List<Informing> informing(Predicate<String> by) {
    var informing = new LinkedHashSet<>(envelope.family().informing());
    for (var row : remembered.informing()) {
      if (by.test(row.statedBy())) {
        var state = Words.find(Informing.State.values(), Informing.State::word, row.state());
        naming.of(row.personId()).stream()
            .map(person -> new Informing(person, state, row.toldOn(), false))
            .filter(said -> envelope.family().informing().stream().noneMatch(said::saysNoMoreThan))
            .forEach(informing::add);
      }
    }
    return List.copyOf(informing);
  }

  /**
   * A consent counts for a certain person only: that of somebody who may be another is left out.
   */
  private List<Consent> consents(Predicate<String> by) {
    var consents = new LinkedHashSet<>(envelope.family().consents());
    for (var row : remembered.consents()) {
      if (by.test(row.statedBy()) && !naming.onlyPossible(row.subject())) {
        naming
            .of(row.subject())
            .forEach(subject -> consents.add(StoredConsent.of(row, subject, naming)));
      }
    }
    return List.copyOf(consents);
  }
}
