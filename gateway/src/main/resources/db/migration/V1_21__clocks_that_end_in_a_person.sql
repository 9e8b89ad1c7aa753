-- Clocks that end in a person: of what nobody could decide, of what is held, of what is looked at again and again.

alter table message add column undecided_at timestamptz;
comment on column message.undecided_at is 'Since when nobody can decide it; its first decision empties it.';
comment on column held_part.rule is 'GUARD, ADDRESS_AGE, CONTACT_SAFETY, FORMAT: a control stopped it, and no decision did. ENG: the policy could not be asked; nobody can release it, and the first decision ends it.';

alter table attention drop constraint attention_kind_check;
alter table attention add constraint attention_kind_check check (kind in
  ('deadline_passed', 'refused_by_partner', 'guard_hit', 'address_age', 'contact_safety', 'label_not_carried', 'tell_recipient', 'fault',
   'nothing_may_go', 'conflict', 'undecidable', 'recall_unconfirmed', 'not_met_in_time', 'may_have_arrived', 'hold_expired'));
create index held_part_due on held_part (due_at) where state = 'waiting';

create table notice (
  id        uuid primary key,
  queued_at timestamptz not null
);
comment on table notice is 'An e-mail to every duty address, without personal data, about what waits for a person; one "page" for each address. Nobody answers it: what it is about stands at the desk until it is seen to.';
alter table attention add column notice_id uuid references notice;
comment on column attention.notice_id is 'Who is not at the desk has been told, or is being told.';
create index attention_unnoticed on attention (opened_at) where state = 'open' and notice_id is null;
create index attention_notice on attention (notice_id) where notice_id is not null;

alter table page alter column escalation_id drop not null;
alter table page add column notice_id uuid references notice;
alter table page add constraint page_of_one check (num_nonnulls(escalation_id, notice_id) = 1);
create unique index page_notice on page (notice_id, number) where notice_id is not null;
comment on column page.number is 'Of an escalation: counts the e-mails, which go to one duty address after the other. Of a notice: to which duty address, counted from 1.';

alter table obligation add column owed_again boolean not null default false;
comment on column obligation.owed_again is 'Of what repeats and was met: whether it is owed again has been looked at.';
create index obligation_repeats on obligation (met_at) where repeats and state = 'met' and not owed_again;
