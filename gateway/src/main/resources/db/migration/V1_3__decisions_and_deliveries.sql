-- What was decided, what leaves because of it, and what is owed.

create table decision (
  id                 uuid not null,
  retention_class    text not null,
  retention_year     int not null,
  message_id         uuid not null,
  -- 1 what, and what was left out and why; 4 on which lawful basis
  parts              jsonb not null,
  outcome            text not null,
  -- 2 to whom
  recipient_agency   text not null,
  recipient_function text not null,
  recipient_kind     text not null,
  recipient_team     text,
  recipient_verified boolean not null,
  recipient_links    jsonb,
  -- 3 why
  purpose            text not null,
  requested_under    text,
  necessity          boolean,
  proportionality    boolean,
  -- 5 consents as they stood, with the policy's reading of them in "given"
  consents           jsonb not null,
  given              jsonb,
  -- 6 risk
  risk               jsonb not null,
  -- 7 who decided
  decided_by         text,
  decided_by_role    text,
  releases           jsonb not null,
  -- 8 told or not
  informing_unsafe   boolean not null,
  -- 9 agreement
  agreement          jsonb,
  -- 10 machine part
  phase              text not null,
  made_at            timestamptz not null,
  recorded_at        timestamptz not null default clock_timestamp(),
  valid_until        timestamptz not null,
  input_hash         text not null,
  snapshot_key       text not null,
  snapshot           bytea not null,
  kernel_revision    text not null,
  tables_revision    text not null,
  engine_version     text not null,
  rules              text[] not null,
  -- 14 retention: the class and year above, and until when
  retain_until       date not null,
  primary key (id, retention_class, retention_year)
) partition by list (retention_class);
comment on table decision is 'The record of one decision for one recipient, also of a decision not to share. 11 stands in obligation, 12 in delivery and attempt, 13 in obligation.';
comment on column decision.recipient_links is 'How the recipient is linked to persons of the case; null: unknown, which is not none.';
comment on column decision.snapshot is 'Request, answer and bars, encrypted under the snapshot key: enough to decide again. Erasing a case''s content does not destroy it.';
create index decision_message on decision (message_id);

create table delivery (
  id                 uuid primary key,
  message_id         uuid not null references message,
  case_id            uuid not null,
  recipient_agency   text not null,
  recipient_function text not null,
  outgoing_id        text not null,
  segments           text[] not null,
  not_carried        text[] not null default '{}',
  decision_id        uuid not null,
  state              text not null check (state in
    ('before_sending', 'queued', 'sending', 'failed', 'unknown', 'delivered', 'answered', 'refused', 'stopped')),
  state_at           timestamptz not null,
  stop_code          text,
  tries              int not null default 0,
  last_error         text,
  deadline_at        timestamptz not null,
  deadline_told_at   timestamptz,
  lane               text not null,
  urgent             boolean not null,
  queued_at          timestamptz not null,
  delivered_at       timestamptz,
  answered_at        timestamptz,
  answered_by        uuid,
  unique (recipient_agency, outgoing_id)
) with (fillfactor = 70);
comment on table delivery is 'What goes of one message to one recipient. "delivered": its system has it; "answered": a person there did something.';
comment on column delivery.outgoing_id is 'The id under which the recipient gets it: the same at every try; its answer names it.';
comment on column delivery.segments is 'What was queued with it: no other part may go with it.';
create index delivery_message on delivery (message_id);
create index delivery_unfinished on delivery (state_at) where state not in ('delivered', 'answered');

create table attempt (
  id              uuid not null,
  retention_class text not null,
  retention_year  int not null,
  delivery_id     uuid not null,
  decision_id     uuid not null,
  asked_again     boolean not null,
  opened_at       timestamptz not null,
  carried         text[] not null,
  not_carried     text[] not null,
  media_type      text not null,
  key_id          uuid not null,
  sent            bytea not null,
  sent_mac        bytea not null,
  outcome         text check (outcome in ('delivered', 'duplicate', 'refused', 'failed', 'unknown')),
  code            text,
  closed_at       timestamptz,
  primary key (id, retention_class, retention_year)
) partition by list (retention_class);
comment on table attempt is 'One try, written before the first byte left. Without outcome it is unknown, not failed.';
comment on column attempt.asked_again is 'False: facts, revisions and clock were those of the decision, so that its answer still held by the policy''s own invariant.';
create index attempt_delivery on attempt (delivery_id);

create table obligation (
  id                 uuid primary key,
  message_id         uuid not null references message,
  recipient_agency   text not null,
  recipient_function text not null,
  decision_id        uuid not null,
  code               text not null,
  owner              text not null,
  due_word           text not null,
  due_at             timestamptz,
  due_event          text,
  before_sending     boolean not null,
  silent             boolean not null,
  repeats            boolean not null,
  state              text not null default 'open' check (state in ('open', 'met', 'void')),
  opened_at          timestamptz not null,
  met_at             timestamptz,
  met_by             text,
  how                text
);
comment on table obligation is 'Who owes what because of a decision: due by the clock (due_at) or by an event (due_event), and how it ended.';
create unique index obligation_open on obligation (message_id, recipient_agency, recipient_function, code) where state = 'open';
create index obligation_message on obligation (message_id);
create index obligation_due on obligation (due_at) where state = 'open';

create table held_part (
  id                 uuid primary key,
  message_id         uuid not null references message,
  recipient_agency   text not null,
  recipient_function text not null,
  segment            text not null,
  category           text not null,
  rule               text not null,
  decision_id        uuid,
  state              text not null default 'waiting' check (state in ('waiting', 'released', 'refused', 'gone')),
  held_at            timestamptz not null,
  due_at             timestamptz,
  settled_at         timestamptz,
  settled_by         text
);
comment on table held_part is 'A part that waits for a named person; on the clock''s end it goes to another person, never out and never away. "gone": a later decision holds it no more. Rule GUARD: the leak guard stopped it, and no decision did.';
create index held_part_message on held_part (message_id);
create unique index held_part_waiting on held_part (message_id, recipient_agency, recipient_function, segment) where state = 'waiting';

create table release (
  id                 uuid primary key,
  held_part_id       uuid not null references held_part,
  message_id         uuid not null references message,
  segment            text not null,
  recipient_agency   text not null,
  recipient_function text not null,
  rule               text not null,
  by_person          text not null,
  second_person      text,
  role               text not null,
  reason             bytea not null,
  reason_key_id      uuid not null,
  refused            boolean not null,
  to_function        text,
  at                 timestamptz not null
);
comment on table release is 'What a named person released, or refused to: input to the next decision, never a way around it. The reason may name people and is encrypted under the case''s key.';
create index release_message on release (message_id);

create table circumstance (
  message_id uuid not null references message,
  word       text not null,
  by_person  text not null,
  at         timestamptz not null,
  primary key (message_id, word)
);
comment on table circumstance is 'What a person set for a message, in the policy''s words (set_by_person).';
