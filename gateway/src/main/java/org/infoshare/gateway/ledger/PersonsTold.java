package org.infoshare.gateway.ledger;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.infoshare.gateway.ledger.keys.Proof;
import org.infoshare.model.Consent;
import org.infoshare.model.Envelope;
import org.infoshare.model.Identifier;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;
import org.infoshare.routes.road.Intake;
import org.infoshare.routes.road.Mentions;

/** Everybody whom a message speaks of, and by what they can be recognised. */
final class PersonsTold {

  private final SortedSet<String> refs = new TreeSet<>();
  private final List<IdentifierTold> identifiers;
  private final Map<PersonId, byte[]> likenesses;

  PersonsTold(Intake intake, Proof registry) {
    Envelope envelope = intake.message().envelope();
    var family = envelope.family();
    family.persons().forEach(person -> add(person.id()));
    family.relations().forEach(relation -> add(relation.a(), relation.b()));
    family.links().forEach(link -> add(link.person()));
    family.consents().forEach(this::addAll);
    family.informing().forEach(said -> add(said.about()));
    envelope.risk().to().forEach(this::add);
    envelope.risk().from().forEach(this::add);
    Mentions.in(intake.message().segments()).forEach(this::add);
    intake.protectedValues().forEach(value -> add(value.about()));
    identifiers =
        family.persons().stream()
            .flatMap(person -> identifiers(person, registry).stream())
            .distinct()
            .sorted(IdentifierTold.ORDER)
            .toList();
    likenesses = Likeness.of(intake.message(), registry);
  }

  /**
   * @param mac in hexadecimal
   */
  record IdentifierTold(String ref, String system, String mac) {

    /**
     * One order for all transactions, so that two that register the same identifiers do not wait
     * for each other.
     */
    static final Comparator<IdentifierTold> ORDER =
        Comparator.comparing(IdentifierTold::system)
            .thenComparing(IdentifierTold::mac)
            .thenComparing(IdentifierTold::ref);
  }

  /** The message's person ids. */
  SortedSet<String> refs() {
    return refs;
  }

  List<IdentifierTold> identifiers() {
    return identifiers;
  }

  Map<PersonId, byte[]> likenesses() {
    return likenesses;
  }

  private void addAll(Consent consent) {
    add(consent.subject(), consent.giver());
    consent.scope().about().forEach(this::add);
  }

  private void add(PersonId... persons) {
    for (PersonId person : persons) {
      refs.add(person.value());
    }
  }

  private static List<IdentifierTold> identifiers(Person person, Proof registry) {
    return person.identifiers().stream()
        .map(identifier -> told(person, identifier, registry))
        .toList();
  }

  private static IdentifierTold told(Person person, Identifier identifier, Proof registry) {
    byte[] mac =
        registry.of("identifier|" + identifier.system() + "|" + identifier.value().value());
    return new IdentifierTold(
        person.id().value(), identifier.system(), HexFormat.of().formatHex(mac));
  }
}
