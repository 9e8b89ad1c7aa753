-- What persons write when they end something may name people: it is encrypted, as the reasons of releases are.

alter table obligation
  add column words           bytea,
  add column words_key       text,
  add column first_words     bytea,
  add column first_words_key text;
comment on column obligation.words is 'How it was met, in the words of the person who says so, encrypted under the key of that year''s decision records: erasing a case''s content does not destroy it. "how" is in the gateway''s own words, or from before.';
comment on column obligation.first_words is 'The same of the first of two persons; "first_how" is from before.';

alter table attention
  add column words     bytea,
  add column words_key text;
comment on column attention.words is 'Why it was closed, in the words of the person who closed it, encrypted as those of an obligation. "reason" is in the gateway''s own words, or from before.';

alter table possible_match
  add column words     bytea,
  add column words_key text;
comment on column possible_match.words is 'Why, in the words of the person who settled it, encrypted as those of an obligation. "reason" is from before.';

drop view decision_record;
create view decision_record as
select d.*,
       m.sender_message_id,
       k.basis as retention_basis,
       (select jsonb_agg(jsonb_build_object('id', o.id, 'code', o.code, 'owner', o.owner, 'due_at', o.due_at, 'due_event', o.due_event,
                                            'before_sending', o.before_sending, 'silent', o.silent, 'state', o.state, 'met_at', o.met_at,
                                            'met_by', o.met_by, 'how', o.how, 'words', encode(o.words, 'hex'), 'words_key', o.words_key,
                                            'first_words', encode(o.first_words, 'hex'), 'first_words_key', o.first_words_key)
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
comment on view decision_record is 'A decision with what came of it later: how its obligations ended (the reason and why it is proportionate is what was written for O6; review, recall and breach test are O5, O7, O17; the words are encrypted), receipts, who answered.';
