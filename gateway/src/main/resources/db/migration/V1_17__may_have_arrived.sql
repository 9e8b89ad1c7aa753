-- A delivery that was stopped after an attempt of which nobody knows whether it arrived.

alter table attention drop constraint attention_kind_check;
alter table attention add constraint attention_kind_check check (kind in
  ('deadline_passed', 'refused_by_partner', 'guard_hit', 'address_age', 'contact_safety', 'label_not_carried', 'tell_recipient', 'fault',
   'nothing_may_go', 'conflict', 'undecidable', 'recall_unconfirmed', 'not_met_in_time', 'may_have_arrived'));
