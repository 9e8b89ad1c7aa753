-- What stops a delivery that the policy lets go: the leak guard, the age of an address, the safety of a way of contact.

alter table protected_values add column as_of date;
comment on column protected_values.as_of is 'The latest day of which the list was told: told again later, it is as old as that.';

alter table attention drop constraint attention_kind_check;
alter table attention add constraint attention_kind_check check (kind in
  ('deadline_passed', 'refused_by_partner', 'guard_hit', 'address_age', 'contact_safety', 'fault', 'nothing_may_go', 'conflict',
   'undecidable', 'recall_unconfirmed', 'not_met_in_time'));
alter table attention add column excerpt bytea;
alter table attention add column excerpt_key_id uuid;
comment on column attention.excerpt is 'What stands around what was found, without it, encrypted under the case''s key: for the person who decides.';
comment on column held_part.rule is 'GUARD, ADDRESS_AGE, CONTACT_SAFETY: a control stopped it, and no decision did.';
