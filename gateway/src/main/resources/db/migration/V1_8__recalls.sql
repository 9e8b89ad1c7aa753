-- What was delivered and is to be used no longer.

alter table delivery add column recalls uuid references delivery;
comment on column delivery.recalls is 'The delivery whose "segments" this one recalls, and of which it carries nothing. Confirmed when it is "answered"; a person is told when it is not by "deadline_at".';
create index delivery_recall on delivery (deadline_at) where recalls is not null;

alter table attention drop constraint attention_kind_check;
alter table attention add constraint attention_kind_check check (kind in
  ('deadline_passed', 'refused_by_partner', 'guard_hit', 'fault', 'nothing_may_go', 'conflict', 'undecidable', 'recall_unconfirmed'));
