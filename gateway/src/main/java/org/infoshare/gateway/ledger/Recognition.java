package org.infoshare.gateway.ledger;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.infoshare.gateway.ledger.PersonSearch.Known;
import org.infoshare.gateway.ledger.keys.Proof;
import org.infoshare.model.Function;
import org.infoshare.model.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recognises a message's persons: by the refs that its sender was given for them, by an identifier, or,
 * within one case, by names and date of birth. Whoever else is alike (of a name that twenty others
 * bear, twenty) is a possible match, unless a system has different identifiers for the two.
 */
final class Recognition {

  // Laterals with "offset 0" keep to the indexes, whatever the planner believes of tables that have
  // grown since it looked.
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
      functions as (
        select distinct d.recipient_function as function from message m join delivery d on d.message_id = m.id
        where :naming and m.case_id = :case and d.recipient_agency = :sender),
      in_case as (select person_id from case_person where :naming and case_id = :case),
      concerned as (select person_id from identified union select person_id from alike union select person_id from in_case
        union select person_id from message_person where message_id = cast(:answered as uuid))
      select json_build_object(
        'alike', (select json_agg(json_build_object('person_id', person_id, 'likeness', encode(likeness, 'hex'), 'in_case', in_case)
                                  order by person_id) from alike),
        'functions', (select json_agg(function) from functions),
        'in_case', (select json_agg(person_id) from in_case),
        'answered', (select
      """
          + PersonRef.all(":sender")
          + """
           from message m where m.id = cast(:answered as uuid)),
        'identifiers', (select json_agg(json_build_object('person_id', person_id, 'system', system, 'mac', encode(value_mac, 'hex'))
                                        order by person_id)
                        from concerned cross join lateral (
                          select system, value_mac from person_identifier i where i.person_id = concerned.person_id offset 0) as i))
      """;

  // Whoever tells of somebody alike at this moment waits, and then finds whom this one has told of. A
  // statement of its own: the next one sees what was committed while this one waited.
  private static final String ONE_AFTER_THE_OTHER =
      """
      select pg_advisory_xact_lock(alike) from (
        select distinct hashtextextended(encode(mac, 'hex'), 0) as alike
        from jsonb_to_recordset(cast(:likenesses as jsonb)) as l (mac bytea) order by 1) as in_order
      """;

  private static final Known NOTHING =
      new Known(List.of(), List.of(), List.of(), List.of(), List.of());

  private final JdbcClient database;

  Recognition(JdbcClient database) {
    this.database = database;
  }

  private record Mac(String mac) {}

  Recognised of(PersonsTold told, Registration.Told message) {
    boolean naming = told.refs().stream().anyMatch(GivenRefs::looksGiven);
    if (told.identifiers().isEmpty()
        && told.likenesses().isEmpty()
        && message.answered().isEmpty()
        && !naming) {
      return new PersonSearch(told, NOTHING, Map.of()).result();
    }
    String likenesses =
        Rows.of(
            told.likenesses().values().stream()
                .map(mac -> new Mac("\\x" + HexFormat.of().formatHex(mac)))
                .toList());
    if (!told.likenesses().isEmpty()) {
      database
          .sql(ONE_AFTER_THE_OTHER)
          .param("likenesses", likenesses)
          .query(row -> {});
    }
    String known =
        database
            .sql(LOOK)
            .param(
                "identifiers",
                Rows.of(
                    told.identifiers().stream()
                        .map(i -> Map.of("system", i.system(), "mac", "\\x" + i.mac()))
                        .toList()))
            .param("likenesses", likenesses)
            .param("case", message.key().id())
            .param("sender", message.sender().value())
            .param("naming", naming)
            .param("answered", message.answered().map(Answered::message).orElse(null))
            .query(String.class)
            .single();
    Known read = Rows.read(known, Known.class);
    return new PersonSearch(told, read, given(told, message, read)).result();
  }

  /**
   * Persons by the refs that the message's sender was given for them: all of the message that it
   * answers, and whom it names of the rest of the case.
   */
  private static Map<String, UUID> given(PersonsTold told, Registration.Told message, Known known) {
    var given = new HashMap<String, UUID>();
    Proof proof = message.key().proof();
    for (String function : known.functions()) {
      var refs = new GivenRefs(proof, new Recipient(message.sender(), new Function(function)));
      for (UUID person : known.inCase()) {
        String ref = refs.of(person);
        if (told.refs().contains(ref)) {
          given.put(ref, person);
        }
      }
    }
    message
        .answered()
        .ifPresent(
            answered -> {
              var persons = new TreeMap<String, UUID>();
              known.answered().forEach(one -> persons.put(one.ref(), one.personId()));
              new GivenRefs(proof, answered.by())
                  .of(answered.message(), new TreeSet<>(persons.keySet()), known.answered())
                  .forEach((ref, its) -> given.put(its, persons.get(ref)));
            });
    return given;
  }
}
