-- What the record of a decision lacked, and the rules that decisions name.

alter table decision
  add column sender_agency         text,
  add column sender_function       text,
  add column sender_role           text,
  add column decided_at            timestamptz,
  add column recipient_verified_by text,
  add column policy_document       text,
  add column consent_evidence      jsonb not null default '[]',
  add column set_by_person         text[] not null default '{}',
  add column obligations           jsonb not null default '[]';
comment on column decision.recipient_verified_by is '2: reference of the agreement whose entry vouches for the recipient''s addresses.';
comment on column decision.policy_document is '4: the sender''s appropriate policy document (DPA 2018 Sch 1 Part 4), as its agreement names it.';
comment on column decision.consent_evidence is '5: the statements that "consents" was made from: ids of rows of consent, whom they are about, who told it, in which message, in which circumstances.';
comment on column decision.set_by_person is '7: circumstances that a person set, dissent and advice asked for among them.';
comment on column decision.obligations is '11: what was owed by this decision; how each ended stands in obligation.';
comment on column decision.snapshot is 'Request, answer, bars and the sender''s practitioner, encrypted under the snapshot key: enough to decide again. The words in which releases were reasoned are in it. Erasing a case''s content does not destroy it.';

create table policy_rules (
  revision       text primary key,
  engine_version text not null,
  rules          jsonb not null,
  kept_at        timestamptz not null
);
comment on table policy_rules is 'The rules of every kernel that ran on this ledger, by the revision that decisions name; the revision follows from their content. engine_version: under which they first ran.';

create view decision_record as
select d.*,
       m.sender_message_id,
       k.basis as retention_basis,
       (select jsonb_agg(jsonb_build_object('code', o.code, 'owner', o.owner, 'due_at', o.due_at, 'due_event', o.due_event, 'before_sending', o.before_sending,
                                            'silent', o.silent, 'state', o.state, 'met_at', o.met_at, 'met_by', o.met_by, 'how', o.how)
                         order by o.opened_at, o.code)
        from obligation o
        where o.message_id = d.message_id and o.recipient_agency = d.recipient_agency and o.recipient_function = d.recipient_function
          and o.code in (select owed ->> 'code' from jsonb_array_elements(d.obligations) owed)) as obligations_so_far,
       (select jsonb_agg(jsonb_build_object('delivery', v.id, 'state', v.state, 'delivered_at', v.delivered_at, 'answered_at', v.answered_at,
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
comment on view decision_record is 'A decision with what came of it later: how its obligations ended (the reason and why it is proportionate is what was written for O6; review, recall and breach test are O5, O7, O17), receipts, who answered.';
