package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.infoshare.gateway.ledger.Registration.Told;
import org.infoshare.model.AgencyId;
import org.infoshare.model.Consent;
import org.infoshare.model.Family;
import org.infoshare.model.Informing;
import org.infoshare.model.Person;
import org.infoshare.model.PersonId;

/**
 * A message's persons and what it tells about them, as the registry's rows; and the statement that
 * writes them all.
 */
record RegistryRows(
    List<PersonRow> persons,
    List<IdentifierRow> identifiers,
    List<RefRow> refs,
    List<StatementRow> statements,
    List<RelationRow> relations,
    Collection<LinkRow> links,
    List<ConsentRow> consents,
    Collection<InformingRow> informing,
    Set<Recognised.Pair> matches,
    SealedValues protectedValues) {

  /**
   * Answers how many identifiers were new, how many rows say something that was not known before,
   * and how many of those are relations, links, consents or possible matches.
   */
  static final String WRITE = RegistryWrite.SQL;

  record PersonRow(UUID id, Optional<byte[]> likeness, boolean disagree) {}

  record IdentifierRow(String system, String mac, UUID personId) {}

  record RefRow(String ref, UUID personId) {}

  record StatementRow(
      UUID personId,
      String type,
      String plan,
      boolean locationProtected,
      List<String> safeFunctions) {}

  record RelationRow(UUID a, String kind, UUID b) {}

  record LinkRow(UUID personId, String agency, Set<String> links) {}

  record InformingRow(UUID personId, String state, Optional<LocalDate> toldOn) {}

  record ConsentRow(
      UUID subject,
      String kind,
      String state,
      UUID giver,
      String authority,
      List<String> purposes,
      List<String> categories,
      List<String> recipients,
      List<UUID> about,
      Instant givenAt,
      Optional<Instant> expires,
      boolean competentMinor,
      String circumstances,
      String coercion) {}

  static RegistryRows of(Told told, PersonsTold persons, Recognised recognised) {
    Family family = told.intake().message().envelope().family();
    var who = new Who(recognised.persons());
    return new RegistryRows(
        persons(persons, recognised),
        recognised.newIdentifiers().stream()
            .map(i -> new IdentifierRow(i.system(), "\\x" + i.mac(), who.is(i.ref())))
            .toList(),
        recognised.persons().entrySet().stream()
            .map(ref -> new RefRow(ref.getKey(), ref.getValue()))
            .toList(),
        statements(family, who),
        family.relations().stream()
            .map(r -> new RelationRow(who.is(r.a()), r.kind().word(), who.is(r.b())))
            .distinct()
            .toList(),
        links(family, who),
        family.consents().stream().map(consent -> consent(consent, who)).distinct().toList(),
        informing(family, who),
        recognised.possible(),
        SealedValues.of(
            told.intake().protectedValues(),
            who::is,
            told.key(),
            Places.protectedValues(told.message())));
  }

  private record Who(Map<String, UUID> persons) {

    UUID is(PersonId ref) {
      return persons.get(ref.value());
    }

    UUID is(String ref) {
      return persons.get(ref);
    }
  }

  /** Who is new, has a likeness now, or identifiers that disagree. */
  private static List<PersonRow> persons(PersonsTold told, Recognised recognised) {
    var likenesses = new TreeMap<UUID, Optional<byte[]>>();
    recognised.created().forEach(person -> likenesses.put(person, Optional.empty()));
    recognised.disagreeing().forEach(person -> likenesses.put(person, Optional.empty()));
    told.likenesses()
        .forEach(
            (ref, mac) -> likenesses.put(recognised.persons().get(ref.value()), Optional.of(mac)));
    return likenesses.entrySet().stream()
        .map(
            row ->
                new PersonRow(
                    row.getKey(), row.getValue(), recognised.disagreeing().contains(row.getKey())))
        .toList();
  }

  /** One for each person: whoever is listed twice is protected if either says so. */
  private static List<StatementRow> statements(Family family, Who who) {
    var rows = new LinkedHashMap<UUID, StatementRow>();
    for (Person person : family.persons()) {
      List<String> safe =
          person.safeFunctions().stream().map(function -> function.value()).sorted().toList();
      rows.merge(
          who.is(person.id()),
          new StatementRow(
              who.is(person.id()),
              person.type().word(),
              person.plan().word(),
              person.locationProtected(),
              safe),
          (one, other) -> other.locationProtected() ? other : one);
    }
    return List.copyOf(rows.values());
  }

  private static Collection<LinkRow> links(Family family, Who who) {
    var rows = new LinkedHashMap<String, LinkRow>();
    for (var link : family.links()) {
      UUID person = who.is(link.person());
      LinkRow row =
          rows.computeIfAbsent(
              person + "/" + link.agency(),
              key -> new LinkRow(person, link.agency().value(), new TreeSet<>()));
      link.link().ifPresent(kind -> row.links().add(kind.word()));
    }
    return rows.values();
  }

  /** One for each person: of whom it is said once that they must not be told, they must not. */
  private static Collection<InformingRow> informing(Family family, Who who) {
    var rows = new LinkedHashMap<UUID, InformingRow>();
    for (Informing said : family.informing()) {
      UUID person = who.is(said.about());
      rows.merge(
          person,
          new InformingRow(person, said.state().word(), said.on()),
          (one, other) -> one.state().equals(Informing.State.UNSAFE.word()) ? one : other);
    }
    return rows.values();
  }

  private static ConsentRow consent(Consent consent, Who who) {
    var scope = consent.scope();
    return new ConsentRow(
        who.is(consent.subject()),
        consent.kind().word(),
        consent.state().word(),
        who.is(consent.giver()),
        consent.authority().word(),
        scope.purposes().stream().map(purpose -> purpose.word()).toList(),
        scope.categories().stream().map(category -> category.word()).toList(),
        scope.recipients().stream().map(AgencyId::value).toList(),
        new ArrayList<>(scope.about().stream().map(who::is).toList()),
        consent.at(),
        consent.expires(),
        consent.competentMinor(),
        consent.circumstances().word(),
        consent.coercion().word());
  }
}
