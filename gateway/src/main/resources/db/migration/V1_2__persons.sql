-- The registry: who the persons of the cases are, and what which agency told about them.

create table person (
  id                    uuid primary key,
  likeness              bytea,
  identifiers_disagree  boolean not null default false,
  registered_at         timestamptz not null default now()
);
comment on table person is 'Somebody of a case. Nothing by which they could be recognised stands here in clear.';
comment on column person.likeness is 'HMAC of the normalised names and the date of birth: the same likeness is a possible match, never a certain one.';
create index person_likeness on person (likeness) where likeness is not null;

create table person_identifier (
  system     text not null,
  value_mac  bytea not null,
  person_id  uuid not null references person,
  stated_by  text not null,
  stated_at  timestamptz not null,
  primary key (system, value_mac)
);
comment on table person_identifier is 'An identifier''s HMAC under the registry key. Identifiers match exactly, across all cases.';
create index person_identifier_person on person_identifier (person_id);

create table message_person (
  message_id uuid not null,
  ref        text not null,
  person_id  uuid not null,
  primary key (message_id, ref)
);
comment on table message_person is 'Who a message''s person id stands for. An answer has the ids of the message that it answers.';

create table case_person (
  case_id   uuid not null,
  person_id uuid not null,
  primary key (case_id, person_id)
);
comment on table case_person is 'Who was ever named in a case.';
create index case_person_person on case_person (person_id);

create table person_statement (
  person_id          uuid not null,
  stated_by          text not null,
  type               text not null,
  plan               text not null,
  location_protected boolean not null,
  safe_functions     text[] not null,
  message_id         uuid not null,
  stated_at          timestamptz not null,
  primary key (person_id, stated_by)
);
comment on table person_statement is 'What one agency last said of a person. Protection of a location stays once said: only a person lifts it.';

create table relation (
  a          uuid not null,
  kind       text not null,
  b          uuid not null,
  stated_by  text not null,
  message_id uuid not null,
  stated_at  timestamptz not null,
  primary key (a, kind, b, stated_by)
);
comment on table relation is 'a stands to b as kind says, by one agency''s word.';
create index relation_b on relation (b);

create table link_statement (
  person_id  uuid not null,
  agency     text not null,
  stated_by  text not null,
  links      text[] not null,
  message_id uuid not null,
  stated_at  timestamptz not null,
  primary key (person_id, agency, stated_by)
);
comment on table link_statement is 'How an agency is linked to a person, by what one agency last said. An empty list: there is no link. No row: unknown.';

create table consent (
  id              uuid primary key default gen_random_uuid(),
  subject         uuid not null,
  kind            text not null,
  state           text not null,
  giver           uuid not null,
  authority       text not null,
  purposes        text[] not null,
  categories      text[] not null,
  recipients      text[] not null,
  about           uuid[] not null,
  given_at        timestamptz not null,
  expires         timestamptz,
  competent_minor boolean not null,
  circumstances   text not null,
  coercion        text not null,
  stated_by       text not null,
  message_id      uuid not null,
  stated_at       timestamptz not null,
  unique nulls not distinct (subject, kind, state, giver, authority, given_at, expires, stated_by, competent_minor,
    circumstances, coercion, purposes, categories, recipients, about)
);
comment on table consent is 'The whole history of what persons were asked and answered; never overwritten. The policy resolves it.';

create table protected_values (
  case_id    uuid not null,
  values_mac bytea not null,
  key_id     uuid not null,
  entries    bytea not null,
  message_id uuid not null,
  stated_at  timestamptz not null,
  primary key (case_id, values_mac)
);
comment on table protected_values is 'Every value of a message by which somebody can be found, encrypted under the case''s key: the leak guard looks for them in all that leaves. One row for each distinct list.';

create table possible_match (
  person_a   uuid not null,
  person_b   uuid not null,
  message_id uuid not null,
  found_at   timestamptz not null,
  state      text not null default 'open' check (state in ('open', 'same', 'different')),
  settled_by text,
  settled_at timestamptz,
  primary key (person_a, person_b),
  check (person_a < person_b)
);
comment on table possible_match is 'Two persons who may be one. A person settles it; until then bars and links count on it, consents do not.';
create index possible_match_b on possible_match (person_b);

create function acquainted(start uuid[]) returns setof uuid language sql stable as $$
  with recursive near (person, steps) as (
    select distinct unnest(start), 0
    union
    select neighbour.id, near.steps + 1
    from near cross join lateral (
      select r.b from relation r where r.a = near.person
      union all select r.a from relation r where r.b = near.person
      union all select m.person_b from possible_match m where m.person_a = near.person and m.state <> 'different'
      union all select m.person_a from possible_match m where m.person_b = near.person and m.state <> 'different'
    ) as neighbour (id)
    where near.steps < 3
  )
  select distinct person from near
$$;
comment on function acquainted is 'These persons and whoever is within three steps of relations and matches: an abuser''s partner''s child is still seen.';
