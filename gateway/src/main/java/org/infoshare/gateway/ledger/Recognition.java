package org.infoshare.gateway.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.infoshare.gateway.ledger.PersonSearch.Known;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Recognises a message's persons: by the ids of the message that it answers, by an identifier, or,
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

  private record Mac(String mac) {}

  Recognised of(PersonsTold told, UUID caseId, Optional<UUID> answered) {
    if (told.identifiers().isEmpty() && told.likenesses().isEmpty() && answered.isEmpty()) {
      return new PersonSearch(told, new Known(List.of(), List.of(), List.of())).result();
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
            .param(
                "likenesses",
                Rows.of(
                    told.likenesses().values().stream()
                        .map(mac -> new Mac("\\x" + HexFormat.of().formatHex(mac)))
                        .toList()))
            .param("case", caseId)
            .param("answered", answered.orElse(null))
            .query(String.class)
            .single();
    return new PersonSearch(told, Rows.read(known, Known.class)).result();
  }
}
