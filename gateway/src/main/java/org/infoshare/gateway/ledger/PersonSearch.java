package org.infoshare.gateway.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.infoshare.gateway.ledger.PersonsTold.IdentifierTold;
import org.infoshare.gateway.ledger.Recognised.Pair;
import org.infoshare.model.PersonId;

/**
 * One message's search for who its persons are, person by person, in what the registry knows of
 * them.
 */
final class PersonSearch {

  record Alike(UUID personId, String likeness, boolean inCase) {}

  record Identified(UUID personId, String system, String mac) {}

  /**
   * @param answered the persons of the message that is answered
   * @param functions of the sender to which something of the case was sent; empty where it names
   *     nobody by a given ref
   * @param inCase the persons of the case; empty where the sender names nobody by a given ref
   */
  record Known(
      List<Alike> alike,
      List<PersonRef> answered,
      List<String> functions,
      List<UUID> inCase,
      List<Identified> identifiers) {

    Known {
      alike = alike == null ? List.of() : alike;
      answered = answered == null ? List.of() : answered;
      functions = functions == null ? List.of() : functions;
      inCase = inCase == null ? List.of() : inCase;
      identifiers = identifiers == null ? List.of() : identifiers;
    }
  }

  private final PersonsTold told;
  private final Known known;
  private final Map<String, UUID> persons = new TreeMap<>();
  private final Set<UUID> created = new HashSet<>();
  private final Set<UUID> knownBefore = new TreeSet<>();
  private final Set<Pair> possible = new HashSet<>();
  private final Set<UUID> disagreeing = new HashSet<>();

  /**
   * @param given persons by the refs that the sender was given for them
   */
  PersonSearch(PersonsTold told, Known known, Map<String, UUID> given) {
    this.told = told;
    this.known = known;
    this.persons.putAll(given);
  }

  Recognised result() {
    told.refs().forEach(this::recognise);
    told.refs().forEach(this::lookAlikes);
    knownBefore.addAll(persons.values());
    knownBefore.removeAll(created);
    return new Recognised(persons, created, knownBefore, newIdentifiers(), possible, disagreeing);
  }

  private void recognise(String ref) {
    var candidates = new ArrayList<UUID>();
    Optional.ofNullable(persons.get(ref)).ifPresent(candidates::add);
    identifiersOf(ref).forEach(told -> holder(told).ifPresent(candidates::add));
    if (candidates.isEmpty()) {
      alikes(ref).stream()
          .filter(Alike::inCase)
          .filter(alike -> !contradicts(ref, alike.personId()))
          .map(Alike::personId)
          .findFirst()
          .ifPresent(candidates::add);
    }
    if (candidates.isEmpty()) {
      candidates.add(UUID.randomUUID());
      created.add(candidates.getFirst());
    }
    UUID person = candidates.getFirst();
    persons.put(ref, person);
    candidates.stream()
        .filter(other -> !other.equals(person))
        .forEach(other -> disagree(person, other));
    if (contradicts(ref, person)) {
      disagreeing.add(person);
    }
  }

  private void disagree(UUID person, UUID other) {
    possible.add(Pair.of(person, other));
    knownBefore.add(other);
    disagreeing.add(person);
    disagreeing.add(other);
  }

  private void lookAlikes(String ref) {
    UUID person = persons.get(ref);
    for (Alike alike : alikes(ref)) {
      if (!alike.personId().equals(person) && !contradicts(ref, alike.personId())) {
        possible.add(Pair.of(person, alike.personId()));
        knownBefore.add(alike.personId());
      }
    }
  }

  private List<IdentifierTold> identifiersOf(String ref) {
    return told.identifiers().stream().filter(identifier -> identifier.ref().equals(ref)).toList();
  }

  private Optional<UUID> holder(IdentifierTold told) {
    return known.identifiers().stream()
        .filter(known -> known.system().equals(told.system()) && known.mac().equals(told.mac()))
        .map(Identified::personId)
        .findFirst();
  }

  private List<Alike> alikes(String ref) {
    byte[] likeness = told.likenesses().get(new PersonId(ref));
    String hex = likeness == null ? "" : HexFormat.of().formatHex(likeness);
    return known.alike().stream().filter(alike -> alike.likeness().equals(hex)).toList();
  }

  /** A system that has another identifier for this person says that they are two. */
  private boolean contradicts(String ref, UUID person) {
    var mine = new HashMap<String, Set<String>>();
    identifiersOf(ref)
        .forEach(
            told -> mine.computeIfAbsent(told.system(), system -> new HashSet<>()).add(told.mac()));
    return known.identifiers().stream()
        .filter(known -> known.personId().equals(person) && mine.containsKey(known.system()))
        .anyMatch(known -> !mine.get(known.system()).contains(known.mac()));
  }

  private List<IdentifierTold> newIdentifiers() {
    var seen = new HashSet<String>();
    return told.identifiers().stream()
        .filter(told -> holder(told).isEmpty())
        .filter(told -> seen.add(told.system() + "|" + told.mac()))
        .toList();
  }
}
