-- What two persons say one after the other, and what a delivery waits for.

alter table held_part
  add column first_by            text,
  add column first_role          text,
  add column first_reason        bytea,
  add column first_reason_key_id uuid,
  add column first_at            timestamptz;
comment on column held_part.first_by is 'Who said that a place may go: one of two, for the rule that holds it. The second is another person, or the part stays. The reason may name people and is encrypted under the case''s key.';

alter table obligation
  add column first_by    text,
  add column first_how   text,
  add column first_at    timestamptz,
  add column met_account text,
  add column met_role    text;
comment on column obligation.first_by is 'Account of the first of two persons, where two are needed (O19).';
comment on column obligation.met_account is 'Account of "met_by". For O25 with "met_role": the decision of a named person, which the policy is asked with.';

alter table possible_match add column reason text;
comment on column possible_match.reason is 'Why, in the words of the person who settled it.';

alter table attention drop constraint attention_kind_check;
alter table attention add constraint attention_kind_check check (kind in
  ('deadline_passed', 'refused_by_partner', 'guard_hit', 'fault', 'nothing_may_go', 'conflict', 'undecidable', 'recall_unconfirmed',
   'not_met_in_time'));
