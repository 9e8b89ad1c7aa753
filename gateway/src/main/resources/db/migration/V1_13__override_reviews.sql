-- What a second person found of what went by an override.

create table override_review (
  id                 uuid primary key,
  obligation_id      uuid not null unique references obligation,
  message_id         uuid not null references message,
  recipient_agency   text not null,
  recipient_function text not null,
  upheld             boolean not null,
  parts              text[] not null,
  claim              boolean not null,
  by_account         text not null,
  by_name            text not null,
  role               text not null,
  at                 timestamptz not null
);
comment on table override_review is 'The answer to O5. Not upheld: input to the next decision, which recalls what went by the override. The reason stands with the obligation.';
comment on column override_review.parts is 'The parts that went by the override, or would have, by every decision for this recipient so far.';
comment on column override_review.claim is 'The override rested on the sender''s claim of risk, not on a person''s release alone.';
create index override_review_message on override_review (message_id);
