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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recognises a message's persons: by the ids of the message that it answers, by an identifier, or, within one case, by names
 * and date of birth. Whoever else is alike (of a name that twenty others bear, twenty) is a possible match, unless a system
 * has different identifiers for the two.
 */
final class Recognition {

  // Laterals with "offset 0" keep to the indexes, whatever the planner believes of tables that have grown since it looked.
  private static final String LOOK =
      """
      with identified as (
        select i.person_id from jsonb_to_recordset(cast(:identifiers as jsonb)) as t (system text, mac bytea)
        cross join lateral (
          select person_id from person_identifier i where i.system = t.system and i.value_mac = t.mac offset 0) as i),
      told_alike as (select mac from jsonb_to_recordset(cast(:likenesses as jsonb)) as l (mac bytea)),
      alike as (
        select p.id as person_id, p.likeness, true as in_case
        from case_person c cross join lateral (select id, likeness from person where id = c.person_id offset 0) as p
        where c.case_id = :case and p.likeness in (select mac from told_alike)
        union all
        select p.id, p.likeness, false
        from told_alike l cross join lateral (select id, likeness from person where likeness = l.mac limit 20) as p
        where not exists (select 1 from case_person c where c.case_id = :case and c.person_id = p.id)),
      answered as (select ref, person_id from message_person where message_id = cast(:answered as uuid)),
      concerned as (select person_id from identified union select person_id from alike union select person_id from answered)
      select json_build_object(
        'alike', (select json_agg(json_build_object('person_id', person_id, 'likeness', encode(likeness, 'hex'), 'in_case', in_case)
                                  order by person_id) from alike),
        'answered', (select json_agg(answered) from answered),
        'identifiers', (select json_agg(json_build_object('person_id', person_id, 'system', system, 'mac', encode(value_mac, 'hex'))
                                        order by person_id)
                        from concerned cross join lateral (
                          select system, value_mac from person_identifier i where i.person_id = concerned.person_id offset 0) as i))
      """;

  private final JdbcClient database;

  Recognition(JdbcClient database) {
    this.database = database;
  }

  private record Alike(UUID personId, String likeness, boolean inCase) {}

  private record Ref(String ref, UUID personId) {}

  private record Identified(UUID personId, String system, String mac) {}

  private record Known(List<Alike> alike, List<Ref> answered, List<Identified> identifiers) {

    Known {
      alike = alike == null ? List.of() : alike;
      answered = answered == null ? List.of() : answered;
      identifiers = identifiers == null ? List.of() : identifiers;
    }
  }

  private record Mac(String mac) {}

  Recognised of(PersonsTold told, UUID caseId, Optional<UUID> answered) {
    if (told.identifiers().isEmpty() && told.likenesses().isEmpty() && answered.isEmpty()) {
      return new Search(told, new Known(List.of(), List.of(), List.of())).result();
    }
    String known =
        database
            .sql(LOOK)
            .param("identifiers", Rows.of(told.identifiers().stream().map(i -> Map.of("system", i.system(), "mac", "\\x" + i.mac())).toList()))
            .param("likenesses", Rows.of(told.likenesses().values().stream().map(mac -> new Mac("\\x" + HexFormat.of().formatHex(mac))).toList()))
            .param("case", caseId)
            .param("answered", answered.orElse(null))
            .query(String.class)
            .single();
    return new Search(told, Rows.read(known, Known.class)).result();
  }

  /** One message's search, person by person. */
  private static final class Search {

    private final PersonsTold told;
    private final Known known;
    private final Map<String, UUID> persons = new TreeMap<>();
    private final Set<UUID> created = new HashSet<>();
    private final Set<UUID> knownBefore = new TreeSet<>();
    private final Set<Pair> possible = new HashSet<>();
    private final Set<UUID> disagreeing = new HashSet<>();

    Search(PersonsTold told, Known known) {
      this.told = told;
      this.known = known;
    }

    Recognised result() {
      known.answered().forEach(ref -> persons.put(ref.ref(), ref.personId()));
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
        alikes(ref).stream().filter(Alike::inCase).filter(alike -> !contradicts(ref, alike.personId())).map(Alike::personId).findFirst().ifPresent(candidates::add);
      }
      if (candidates.isEmpty()) {
        candidates.add(UUID.randomUUID());
        created.add(candidates.getFirst());
      }
      UUID person = candidates.getFirst();
      persons.put(ref, person);
      candidates.stream().filter(other -> !other.equals(person)).forEach(other -> disagree(person, other));
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
      identifiersOf(ref).forEach(told -> mine.computeIfAbsent(told.system(), system -> new HashSet<>()).add(told.mac()));
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
}
