-- What the record of a decision still lacked: the named team, what had changed, who was told, who was heard, and in which words it is explained.

alter table decision
  add column recipient_team_unknown text check (recipient_team_unknown in ('no_area', 'no_team', 'several', 'not_looked_up')),
  add column changed                text[],
  add column informed               jsonb,
  add column consulted              jsonb,
  add column dissent                jsonb,
  add column explanation_id         text;
comment on column decision.recipient_team is '2: the recipient''s team for the family''s area, as the directory of the revision that decided names it.';
comment on column decision.recipient_team_unknown is '2: why no team is named. no_area: nobody said where the children live; no_team: the directory has none for an area; several: the areas have different ones; not_looked_up: the policy could not be asked. With "recipient_team" empty, too: from before this was kept.';
comment on column decision.changed is '10: what is otherwise than in the record before, of the same message for the same recipient; empty in the first. "facts": persons, relations, links, matches, protected values. Null: from before this was kept.';
comment on column decision.informed is '8: what each agency last said of whether a person of the message knows of the sharing, and may be told.';
comment on column decision.consulted is '7: who was heard besides whoever decided: the second of two persons, a review, advice, and whom a person says they consulted. Their words are encrypted, as those of an obligation.';
comment on column decision.dissent is '7: who was of another mind: who refused a part, a review that did not uphold, and of whom a person says so.';
comment on column decision.explanation_id is '10: hash of the words in which all readers are told of it. Explained in the same words, it has the same id.';
comment on column decision.phase is '10: intake, the first decision; replay, of the whole message again; delivery or retry, again before it was sent. Records from before "changed" was kept say intake for replay, too.';

create table consultation (
  id                 uuid primary key,
  message_id         uuid not null references message,
  recipient_agency   text not null,
  recipient_function text not null,
  kind               text not null check (kind in ('consulted', 'dissent')),
  step               text not null check (step in ('release', 'refusal', 'review')),
  parts              text[] not null,
  by_account         text not null,
  role               text not null,
  at                 timestamptz not null,
  words              bytea not null,
  words_key          text not null
);
comment on table consultation is 'Whom a named person says they consulted, or who they say was of another mind, when they released, refused or reviewed. The words may name people and are encrypted, as those of an obligation.';
create index consultation_message on consultation (message_id);

create function persons_of(message uuid) returns table (ref text, person uuid) language sql stable as $$
  select p.ref, known.person
  from message_person p
  cross join lateral (
    select p.person_id as person
    union select person_b from possible_match where person_a = p.person_id and state = 'same'
    union select person_a from possible_match where person_b = p.person_id and state = 'same') as known
  where p.message_id = message
$$;
comment on function persons_of is 'The registry''s persons of a message, and whoever was settled to be one of them.';

create view heard as
select message_id, recipient_agency, recipient_function, kind, at,
       jsonb_build_object('what', 'stated', 'id', id, 'by', by_account, 'role', role, 'while', step, 'parts', parts, 'at', at,
                          'words', encode(words, 'hex'), 'words_key', words_key) as entry
from consultation
union all
select message_id, recipient_agency, recipient_function, 'consulted', at,
       jsonb_build_object('what', 'second_person', 'by', second_person, 'role', role, 'first', by_person, 'parts', array[segment], 'rule', rule, 'at', at)
from release where second_person is not null and not refused
union all
select message_id, recipient_agency, recipient_function, 'consulted', met_at,
       jsonb_build_object('what', case code when 'O13' then 'advice' else 'second_opinion' end, 'id', id, 'by', met_account, 'role', met_role, 'at', met_at)
from obligation where code in ('O13', 'O23') and state = 'met' and met_account is not null
union all
select message_id, recipient_agency, recipient_function, case when upheld then 'consulted' else 'dissent' end, at,
       jsonb_build_object('what', 'review', 'id', obligation_id, 'by', by_account, 'role', role, 'upheld', upheld, 'parts', parts, 'at', at)
from override_review
union all
select r.message_id, r.recipient_agency, r.recipient_function, 'dissent', r.at,
       jsonb_strip_nulls(jsonb_build_object('what', 'refused', 'by', r.by_person, 'role', r.role, 'first', h.first_by, 'parts', array[r.segment],
                                            'rule', r.rule, 'at', r.at))
from release r join held_part h on h.id = r.held_part_id where r.refused;
comment on view heard is 'Whoever was heard about a message for a recipient besides whoever decided, and who was of another mind. "first": the first of two persons, whom the second confirmed, or did not.';

drop view decision_record;
create view decision_record as
select d.*,
       m.sender_message_id,
       k.basis as retention_basis,
       (select jsonb_agg(h.entry || jsonb_build_object('kind', h.kind) order by h.at, h.kind, h.entry)
        from heard h
        where h.message_id = d.message_id and h.recipient_agency = d.recipient_agency and h.recipient_function = d.recipient_function) as heard_so_far,
       (select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'owner', o.owner, 'due_at', o.due_at, 'due_event', o.due_event,
                                            'before_sending', o.before_sending, 'silent', o.silent, 'state', o.state, 'met_at', o.met_at,
                                            'met_by', o.met_by, 'how', o.how, 'words', encode(o.words, 'hex'), 'words_key', o.words_key,
                                            'first_words', encode(o.first_words, 'hex'), 'first_words_key', o.first_words_key)
                         order by o.opened_at, o.code)
        from obligation o
        where o.message_id = d.message_id and o.recipient_agency = d.recipient_agency and o.recipient_function = d.recipient_function
          and (o.code in ('O5', 'O7', 'O17') or o.code in (select owed ->> 'code' from jsonb_array_elements(d.obligations) owed))) as obligations_so_far,
       (select jsonb_agg(jsonb_build_object('delivery', v.id, 'recalls', v.recalls, 'state', v.state, 'delivered_at', v.delivered_at, 'answered_at', v.answered_at,
                                            'answered_by', v.answered_by,
                                            'attempts', (select jsonb_agg(jsonb_build_object('opened_at', a.opened_at, 'carried', a.carried, 'sent_mac', encode(a.sent_mac, 'hex'),
                                                                                             'outcome', a.outcome, 'code', a.code, 'closed_at', a.closed_at)
                                                                          order by a.opened_at)
                                                         from attempt a where a.delivery_id = v.id and a.decision_id = d.id))
                         order by v.queued_at, v.id)
        from delivery v
        where v.message_id = d.message_id and v.recipient_agency = d.recipient_agency and v.recipient_function = d.recipient_function) as deliveries_so_far
from decision d
join message m on m.id = d.message_id
join retention_class k on k.name = d.retention_class;
comment on view decision_record is 'A decision with what came of it later: who was heard, how its obligations ended (the reason and why it is proportionate is what was written for O6; review, recall and breach test are O5, O7, O17, whichever decision owed them; the words are encrypted), receipts, who answered, what was recalled.';
