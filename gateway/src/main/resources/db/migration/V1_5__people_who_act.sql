-- What ends in a person.

create table attention (
  id          uuid primary key default gen_random_uuid(),
  kind        text not null check (kind in
    ('deadline_passed', 'refused_by_partner', 'guard_hit', 'fault', 'nothing_may_go', 'conflict', 'undecidable')),
  code        text not null,
  detail      text,
  message_id  uuid references message,
  delivery_id uuid references delivery,
  opened_at   timestamptz not null,
  state       text not null default 'open' check (state in ('open', 'done')),
  done_at     timestamptz,
  done_by     text,
  reason      text
);
comment on table attention is 'What does not go on by itself and waits for a named person. Codes and places, never values.';
create unique index attention_open on attention (kind, message_id, delivery_id) nulls not distinct where state = 'open';

create table escalation (
  id            uuid primary key,
  message_id    uuid not null unique references message,
  case_id       uuid not null,
  opened_at     timestamptz not null,
  state         text not null default 'open' check (state in ('open', 'answered')),
  answered_at   timestamptz,
  answered_by   text,
  answered_role text
);
comment on table escalation is 'A claimed immediate risk, open from acceptance until a named person answers.';

create table page (
  id            uuid primary key,
  escalation_id uuid not null references escalation,
  number        int not null,
  queued_at     timestamptz not null,
  sent_at       timestamptz,
  address       text,
  tries         int not null default 0,
  last_error    text,
  unique (escalation_id, number)
);
comment on table page is 'An e-mail to a duty address, without personal data: to be sent, or sent.';
