-- What must be told with a message and its recipient's form has no place for; refs of a recipient's own.

alter table attention drop constraint attention_kind_check;
alter table attention add constraint attention_kind_check check (kind in
  ('deadline_passed', 'refused_by_partner', 'guard_hit', 'address_age', 'contact_safety', 'label_not_carried', 'tell_recipient', 'fault',
   'nothing_may_go', 'conflict', 'undecidable', 'recall_unconfirmed', 'not_met_in_time'));
comment on column held_part.rule is 'GUARD, ADDRESS_AGE, CONTACT_SAFETY, FORMAT: a control stopped it, and no decision did.';

comment on table message_person is 'Who a message''s person id stands for. An answer has also the persons of the message that it answers, by the refs that its sender was given for them.';
