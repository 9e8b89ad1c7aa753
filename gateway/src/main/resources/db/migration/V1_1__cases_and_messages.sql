-- What came in: cases, the identity of messages, and their content under their case's key.

create table family_case (
  id            uuid primary key,
  sender        text not null,
  reference     text not null,
  next_ordinary bigint not null default 0,
  next_urgent   bigint not null default 0,
  opened_at     timestamptz not null default now(),
  unique (sender, reference)
) with (fillfactor = 70);
comment on table family_case is 'What one sender knows a family by. Cases of two agencies are never merged.';
comment on column family_case.next_ordinary is 'Order of the messages of one urgency: counted in the accepting transaction; ids and times are no order.';

create table case_key (
  case_id    uuid primary key references family_case,
  content    bytea,
  proof      bytea not null,
  created_at timestamptz not null default now()
);
comment on table case_key is 'Keysets of a case, encrypted under the master key. Content that must go goes by emptying "content"; "proof" outlives it.';

create table case_facts (
  case_id uuid primary key references family_case,
  version bigint not null default 0
) with (fillfactor = 70);
comment on table case_facts is 'Version of all that a decision about the case rests on: persons, consents, links, matches, protected values, releases. A row of its own, so that counting messages does not wait for deciding.';

create table gateway_key (
  name       text primary key,
  keyset     bytea not null,
  created_at timestamptz not null default now()
);
comment on table gateway_key is 'Keysets that belong to no case, encrypted under the master key: "registry" for identifiers, "snapshot/<year>" for the inputs of decisions.';

create table retention_class (
  name  text primary key,
  years int not null,
  basis text not null
);
comment on table retention_class is 'How long records are kept and why. Content and history are partitioned by class and year, and go by dropping a partition.';
insert into retention_class values
  ('safeguarding', 25, 'child protection and serious harm: the longest of the agencies'' retention schedules'),
  ('support', 7, 'family support: from the end of the support'),
  ('operations', 2, 'what was refused or failed, without content');

create table message (
  id                   uuid primary key,
  sender               text not null,
  sender_message_id    text not null,
  case_id              uuid not null references family_case,
  urgent               boolean not null,
  order_no             bigint not null,
  kind                 text not null,
  purpose              text not null,
  rag                  text not null,
  immediate            boolean not null,
  recipients           jsonb not null,
  content_mac          bytea not null,
  in_reply_to_delivery uuid,
  accepted_at          timestamptz not null,
  decided_at           timestamptz,
  undecided_code       text,
  retention_class      text not null references retention_class,
  retention_year       int not null,
  unique (sender, sender_message_id),
  unique (case_id, urgent, order_no)
) with (fillfactor = 80);
comment on table message is 'The identity of a message: its sender and the sender''s id. Not partitioned, since a unique key over partitions would have to hold the partition key.';
comment on column message.content_mac is 'HMAC, under the case''s key, of the canonical content without transport fields: tells the same message from a conflict.';
comment on column message.undecided_code is 'Why nobody could decide so far.';
create index message_undecided on message (accepted_at) where decided_at is null;

create table message_content (
  message_id        uuid not null,
  retention_class   text not null,
  retention_year    int not null,
  key_id            uuid not null,
  canonical_version int not null,
  canonical         bytea not null,
  received          bytea not null,
  received_mac      bytea not null,
  parts             jsonb not null,
  primary key (message_id, retention_class, retention_year)
) partition by list (retention_class);
comment on table message_content is 'What came in, encrypted under its case''s key: the bytes as received and their canonical form.';
comment on column message_content.parts is 'Each segment''s attributes and HMAC, for the record of decisions; no content.';

create table conflict (
  id                uuid primary key,
  first_message_id  uuid not null references message,
  sender            text not null,
  sender_message_id text not null,
  key_id            uuid not null,
  canonical_version int not null,
  canonical         bytea not null,
  received          bytea not null,
  content_mac       bytea not null,
  at                timestamptz not null,
  state             text not null default 'open' check (state in ('open', 'done')),
  unique (first_message_id, content_mac)
);
comment on table conflict is 'A second, different message under an id that was taken: kept for a person beside the first; nothing of it travels.';

create table refused_input (
  id     uuid primary key default gen_random_uuid(),
  agency text,
  sha256 bytea not null,
  length int not null,
  code   text not null,
  at     timestamptz not null
);
comment on table refused_input is 'The trace of what was refused at the door. No content.';

create table evidence (
  id              uuid not null default gen_random_uuid(),
  retention_class text not null,
  retention_year  int not null,
  at              timestamptz not null,
  what            text not null,
  message_id      uuid,
  delivery_id     uuid,
  decision_id     uuid,
  agency          text,
  code            text,
  by_person       text,
  primary key (id, retention_class, retention_year)
) partition by list (retention_class);
comment on table evidence is 'The trail: what happened to a message, step by step, written in the transaction in which it happened. Rows commit out of turn: read by time with overlap, never by "greater than the last".';
create index evidence_message on evidence (message_id);
