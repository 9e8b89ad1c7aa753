package org.infoshare.gateway.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All rows of the registry that count for one message, as one query puts them together. Lists that
 * are empty are null there.
 */
record Remembered(
    List<Ref> here,
    List<UUID> disagreeing,
    List<Statement> statements,
    List<Relation> relations,
    List<Link> links,
    List<Consent> consents,
    List<Informed> informing,
    List<Match> matches,
    List<Values> protectedValues,
    List<ReleaseRow> releases,
    List<RecipientRow> recalledFrom,
    List<String> circumstances,
    List<Named> namedDecisions,
    List<Review> notUpheld) {

  Remembered {
    here = orEmpty(here);
    disagreeing = orEmpty(disagreeing);
    statements = orEmpty(statements);
    relations = orEmpty(relations);
    links = orEmpty(links);
    consents = orEmpty(consents);
    informing = orEmpty(informing);
    matches = orEmpty(matches);
    protectedValues = orEmpty(protectedValues);
    releases = orEmpty(releases);
    recalledFrom = orEmpty(recalledFrom);
    circumstances = orEmpty(circumstances);
    namedDecisions = orEmpty(namedDecisions);
    notUpheld = orEmpty(notUpheld);
  }

  record Review(String agency, String function, List<String> parts, boolean claim, Instant at) {}

  record Ref(String ref, UUID personId) {}

  record Statement(
      UUID personId,
      String statedBy,
      String type,
      String plan,
      boolean locationProtected,
      List<String> safeFunctions) {}

  record Relation(UUID a, String kind, UUID b, String statedBy) {}

  record Link(UUID personId, String agency, String statedBy, List<String> links) {}

  record Consent(
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
      String coercion,
      String statedBy) {}

  record Informed(UUID personId, String statedBy, String state, Optional<LocalDate> toldOn) {}

  record Match(UUID personA, UUID personB, String state) {

    boolean open() {
      return state.equals("open");
    }
  }

  /**
   * @param entries encrypted, in base 64
   */
  record Values(UUID keyId, UUID messageId, Instant statedAt, String entries) {}

  /**
   * @param reason encrypted, in base 64
   */
  record ReleaseRow(
      UUID id,
      String segment,
      String recipientAgency,
      String recipientFunction,
      String rule,
      String byPerson,
      Optional<String> secondPerson,
      String role,
      String reason,
      UUID reasonKeyId,
      Optional<String> toFunction,
      Instant at) {}

  record Named(String agency, String function, String by, String role, Instant at) {}

  /**
   * For {@code :message} in {@code :case}. What the message itself told is among it. A yes counts
   * until a later version of the same consent takes its place; a no stays, and is outdone by a later
   * yes for what that covers. Laterals with
   * "offset 0" keep to the indexes, whatever the planner believes of tables that have grown since
   * it looked.
   */
  static final String LOOK =
      """
      with here as (select ref, person_id from message_person where message_id = :message),
      started as (select person_id from here union select person_id from case_person where case_id = :case),
      maybe as (
        select m.person_b as person_id from started cross join lateral (
          select person_b from possible_match where person_a = started.person_id and state <> 'different' offset 0) as m
        union select m.person_a from started cross join lateral (
          select person_a from possible_match where person_b = started.person_id and state <> 'different' offset 0) as m
        union select person_id from started),
      near as materialized (select acquainted(array(select person_id from started)) as person_id),
      sharing as (
        select distinct c.case_id from maybe cross join lateral (
          select case_id from case_person where person_id = maybe.person_id offset 0) as c),
      matched as (
        select m.person_a, m.person_b, m.state from near cross join lateral (
          select * from possible_match where person_a = near.person_id and state <> 'different' offset 0) as m
        union select m.person_a, m.person_b, m.state from near cross join lateral (
          select * from possible_match where person_b = near.person_id and state <> 'different' offset 0) as m)
      select json_build_object(
        'here', (select json_agg(here order by ref) from here),
        'disagreeing', (select json_agg(p.id order by p.id) from near cross join lateral (
            select id from person where id = near.person_id and identifiers_disagree offset 0) as p),
        'statements', (select json_agg(s order by s.stated_at, s.person_id, s.stated_by) from near cross join lateral (
            select * from person_statement where person_id = near.person_id offset 0) as s),
        'relations', (select json_agg(r order by r.stated_at, r.a, r.kind, r.b, r.stated_by) from near cross join lateral (
            select * from relation where a = near.person_id offset 0) as r where r.b in (select person_id from near)),
        'links', (select json_agg(l order by l.stated_at, l.person_id, l.agency, l.stated_by) from near cross join lateral (
            select * from link_statement where person_id = near.person_id offset 0) as l),
        'consents', (select json_agg(c order by c.given_at, c.id) from near cross join lateral (
            select * from consent where subject = near.person_id offset 0) as c
            where not (c.state = 'given' and replaced(c.message_id))),
        'informing', (select json_agg(n order by n.stated_at, n.person_id, n.stated_by) from maybe cross join lateral (
            select * from informing where person_id = maybe.person_id offset 0) as n),
        'matches', (select json_agg(matched order by person_a, person_b) from matched),
        'protected_values', (select json_agg(json_build_object('key_id', v.key_id, 'message_id', v.message_id, 'stated_at', v.stated_at, 'entries', encode(v.entries, 'base64'))
                                             order by v.stated_at, v.case_id, v.values_mac)
            from sharing cross join lateral (select * from protected_values where case_id = sharing.case_id offset 0) as v),
        'releases', (select json_agg(json_build_object('id', id, 'segment', segment, 'recipient_agency', recipient_agency,
                         'recipient_function', recipient_function, 'rule', rule, 'by_person', by_person, 'second_person', second_person,
                         'role', role, 'reason', encode(reason, 'base64'), 'reason_key_id', reason_key_id, 'to_function', to_function,
                         'at', at) order by at, id)
                     from release where message_id = :message and not refused),
        'recalled_from', (select json_agg(r) from (
            select distinct recipient_agency as agency, recipient_function as function
            from delivery where message_id = :message and recalls is not null and segments <> '{}') as r),
        'circumstances', (select json_agg(word order by word) from circumstance where message_id = :message),
        'named_decisions', (select json_agg(json_build_object('agency', recipient_agency, 'function', recipient_function, 'by', met_account,
                                                              'role', met_role, 'at', met_at) order by met_at, id)
                            from obligation where message_id = :message and code = 'O25' and state = 'met' and met_account is not null),
        'not_upheld', (select json_agg(json_build_object('agency', recipient_agency, 'function', recipient_function, 'parts', parts,
                                                         'claim', claim, 'at', at) order by at, id)
                       from override_review where message_id = :message and not upheld))
      """;

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
