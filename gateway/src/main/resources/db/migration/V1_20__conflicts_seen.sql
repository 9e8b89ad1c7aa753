-- Of two different messages under one id each pair is looked at by itself, and a risk that the refused one claims is told.

alter table conflict
  add column rag       text,
  add column immediate boolean,
  drop column state;
comment on column conflict.rag is 'With "immediate": the risk that the second message claims. Null: kept before this was noted.';

alter table attention add column conflict_id uuid references conflict;
comment on column attention.conflict_id is 'Of kind conflict: the second message. The first is "message_id".';
drop index attention_open;
create unique index attention_open on attention (kind, message_id, delivery_id, conflict_id) nulls not distinct where state = 'open';
create index attention_conflict on attention (conflict_id) where conflict_id is not null;

update attention a set conflict_id = (select c.id from conflict c where c.first_message_id = a.message_id order by c.at, c.id limit 1)
where kind = 'conflict';
insert into attention (kind, code, message_id, conflict_id, opened_at)
select 'conflict', 'CONFLICT', first_message_id, id, at from conflict c
where not exists (select 1 from attention a where a.conflict_id = c.id);

alter table escalation add column conflict_id uuid references conflict;
comment on column escalation.conflict_id is 'The refused message that claims the risk; null: "message_id" itself does, which was accepted.';
alter table escalation drop constraint escalation_message_id_key;
create unique index escalation_once on escalation (message_id, conflict_id) nulls not distinct;
