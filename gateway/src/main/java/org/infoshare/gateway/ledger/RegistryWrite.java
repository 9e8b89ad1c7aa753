package org.infoshare.gateway.ledger;

/** The one statement that writes what a message tells about persons. */
final class RegistryWrite {

  static final String SQL =
      """
      with p as (
        insert into person as old (id, likeness, identifiers_disagree)
        select id, likeness, disagree
        from jsonb_to_recordset(cast(:persons as jsonb)) as t (id uuid, likeness bytea, disagree boolean) order by id
        on conflict (id) do update
          set likeness = coalesce(old.likeness, excluded.likeness),
              identifiers_disagree = old.identifiers_disagree or excluded.identifiers_disagree
          where (old.likeness is null and excluded.likeness is not null) or (excluded.identifiers_disagree and not old.identifiers_disagree)
        returning 1),
      i as (
        insert into person_identifier (system, value_mac, person_id, stated_by, stated_at)
        select system, mac, person_id, :sender, :at
        from jsonb_to_recordset(cast(:identifiers as jsonb)) as t (system text, mac bytea, person_id uuid) order by system, mac
        on conflict do nothing returning 1),
      refs as (select * from jsonb_to_recordset(cast(:refs as jsonb)) as t (ref text, person_id uuid)),
      mp as (insert into message_person (message_id, ref, person_id) select :message, ref, person_id from refs),
      cp as (
        insert into case_person (case_id, person_id) select distinct cast(:case as uuid), person_id from refs
        on conflict do nothing returning 1),
      s as (
        insert into person_statement as old (person_id, stated_by, type, plan, location_protected, safe_functions, message_id, stated_at)
        select person_id, :sender, type, plan, location_protected, safe_functions, :message, :at
        from jsonb_to_recordset(cast(:statements as jsonb))
          as t (person_id uuid, type text, plan text, location_protected boolean, safe_functions text[])
        on conflict (person_id, stated_by) do update
          set type = excluded.type, plan = excluded.plan,
              location_protected = old.location_protected or excluded.location_protected,
              safe_functions = case when excluded.location_protected then excluded.safe_functions else old.safe_functions end,
              message_id = excluded.message_id, stated_at = excluded.stated_at
          where (old.type, old.plan) is distinct from (excluded.type, excluded.plan)
             or (excluded.location_protected and (not old.location_protected or old.safe_functions <> excluded.safe_functions))
        returning 1),
      r as (
        insert into relation (a, kind, b, stated_by, message_id, stated_at)
        select a, kind, b, :sender, :message, :at
        from jsonb_to_recordset(cast(:relations as jsonb)) as t (a uuid, kind text, b uuid)
        on conflict do nothing returning 1),
      l as (
        insert into link_statement as old (person_id, agency, stated_by, links, message_id, stated_at)
        select person_id, agency, :sender, links, :message, :at
        from jsonb_to_recordset(cast(:links as jsonb)) as t (person_id uuid, agency text, links text[])
        on conflict (person_id, agency, stated_by) do update
          set links = excluded.links, message_id = excluded.message_id, stated_at = excluded.stated_at
          where old.links <> excluded.links
        returning 1),
      c as (
        insert into consent (subject, kind, state, giver, authority, purposes, categories, recipients, about, given_at, expires,
                             competent_minor, circumstances, coercion, stated_by, message_id, stated_at)
        select t.*, :sender, :message, :at
        from jsonb_to_recordset(cast(:consents as jsonb))
          as t (subject uuid, kind text, state text, giver uuid, authority text, purposes text[], categories text[],
                recipients text[], about uuid[], given_at timestamptz, expires timestamptz, competent_minor boolean,
                circumstances text, coercion text)
        on conflict do nothing returning state),
      n as (
        insert into informing as old (person_id, stated_by, state, told_on, message_id, stated_at)
        select person_id, :sender, state, told_on, :message, :at
        from jsonb_to_recordset(cast(:informing as jsonb)) as t (person_id uuid, state text, told_on date)
        on conflict (person_id, stated_by) do update
          set state = excluded.state, told_on = excluded.told_on, message_id = excluded.message_id, stated_at = excluded.stated_at
          where (old.state, old.told_on) is distinct from (excluded.state, excluded.told_on)
        returning 1),
      m as (
        insert into possible_match (person_a, person_b, message_id, found_at)
        select a, b, :message, :at from jsonb_to_recordset(cast(:matches as jsonb)) as t (a uuid, b uuid)
        on conflict do nothing returning 1),
      v as (
        insert into protected_values as old (case_id, values_mac, key_id, entries, message_id, stated_at, as_of)
        values (:case, :valuesMac, :case, :values, :message, :at, cast(:valuesAsOf as date))
        on conflict (case_id, values_mac) do update
          set entries = excluded.entries, message_id = excluded.message_id, stated_at = excluded.stated_at, as_of = excluded.as_of
          where old.as_of is distinct from excluded.as_of and coalesce(old.as_of, '-infinity') <= excluded.as_of
             or old.as_of = excluded.as_of and exists (
               select 1 from protected_values later where later.case_id = old.case_id and later.stated_at > old.stated_at)
        returning 1)
      select (select count(*) from i) as identifiers,
             (select count(*) from i) + (select count(*) from p) + (select count(*) from cp) + (select count(*) from s)
             + (select count(*) from r) + (select count(*) from l) + (select count(*) from c) + (select count(*) from m)
             + (select count(*) from n) + (select count(*) from v) as facts,
             (select count(*) from r) + (select count(*) from l) + (select count(*) from c) + (select count(*) from m) as said,
             exists (select 1 from c where state in ('refused', 'withdrawn')) as refused
      """;

  private RegistryWrite() {}
}
