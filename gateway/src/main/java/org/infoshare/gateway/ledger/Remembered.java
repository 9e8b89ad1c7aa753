package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All rows of the registry that count for one message, as one query puts them together. Lists that are empty are null there. */
record Remembered(
    List<Ref> here, List<UUID> disagreeing, List<Statement> statements, List<Relation> relations, List<Link> links,
    List<Consent> consents, List<Match> matches, List<Values> protectedValues, List<ReleaseRow> releases, List<String> circumstances) {

  Remembered {
    here = orEmpty(here);
    disagreeing = orEmpty(disagreeing);
    statements = orEmpty(statements);
    relations = orEmpty(relations);
    links = orEmpty(links);
    consents = orEmpty(consents);
    matches = orEmpty(matches);
    protectedValues = orEmpty(protectedValues);
    releases = orEmpty(releases);
    circumstances = orEmpty(circumstances);
  }

  record Ref(String ref, UUID personId) {}

  record Statement(UUID personId, String statedBy, String type, String plan, boolean locationProtected, List<String> safeFunctions) {}

  record Relation(UUID a, String kind, UUID b, String statedBy) {}

  record Link(UUID personId, String agency, String statedBy, List<String> links) {}

  record Consent(
      UUID subject, String kind, String state, UUID giver, String authority, List<String> purposes, List<String> categories,
      List<String> recipients, List<UUID> about, Instant givenAt, Optional<Instant> expires, boolean competentMinor,
      String circumstances, String coercion, String statedBy) {}

  record Match(UUID personA, UUID personB, String state) {

    boolean open() {
      return state.equals("open");
    }
  }

  /** @param entries encrypted, in base 64 */
  record Values(UUID keyId, UUID messageId, String entries) {}

  /** @param reason encrypted, in base 64 */
  record ReleaseRow(
      UUID id, String segment, String recipientAgency, String recipientFunction, String rule, String byPerson,
      Optional<String> secondPerson, String role, String reason, UUID reasonKeyId, Optional<String> toFunction, Instant at) {}

  /** For {@code :message} in {@code :case}. What the message itself told is among it. */
  static final String LOOK =
      """
      with here as (select ref, person_id from message_person where message_id = :message),
      started as (select person_id from here union select person_id from case_person where case_id = :case),
      maybe as (
        select person_b as person_id from possible_match where state <> 'different' and person_a in (select person_id from started)
        union select person_a from possible_match where state <> 'different' and person_b in (select person_id from started)
        union select person_id from started),
      near as materialized (select acquainted(array(select person_id from started)) as person_id),
      sharing as (select distinct case_id from case_person where person_id in (select person_id from maybe))
      select json_build_object(
        'here', (select json_agg(here order by ref) from here),
        'disagreeing', (select json_agg(id order by id) from person where identifiers_disagree and id in (select person_id from near)),
        'statements', (select json_agg(s order by stated_at, person_id, stated_by) from person_statement s where person_id in (select person_id from near)),
        'relations', (select json_agg(r order by stated_at, a, kind, b, stated_by) from relation r
                      where a in (select person_id from near) and b in (select person_id from near)),
        'links', (select json_agg(l order by stated_at, person_id, agency, stated_by) from link_statement l where person_id in (select person_id from near)),
        'consents', (select json_agg(c order by given_at, id) from consent c where subject in (select person_id from near)),
        'matches', (select json_agg(p order by person_a, person_b) from possible_match p
                    where state <> 'different' and (person_a in (select person_id from near) or person_b in (select person_id from near))),
        'protected_values', (select json_agg(json_build_object('key_id', key_id, 'message_id', message_id, 'entries', encode(entries, 'base64'))
                                             order by stated_at, case_id, values_mac)
                             from protected_values where case_id in (select case_id from sharing)),
        'releases', (select json_agg(json_build_object('id', id, 'segment', segment, 'recipient_agency', recipient_agency,
                         'recipient_function', recipient_function, 'rule', rule, 'by_person', by_person, 'second_person', second_person,
                         'role', role, 'reason', encode(reason, 'base64'), 'reason_key_id', reason_key_id, 'to_function', to_function,
                         'at', at) order by at, id)
                     from release where message_id = :message and not refused),
        'circumstances', (select json_agg(word order by word) from circumstance where message_id = :message))
      """;

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
