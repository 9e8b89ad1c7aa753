-- What proves that no record of a decision was changed or taken away since.

create table record_chain (
  number       bigint primary key,
  decision_id  uuid not null unique,
  retain_until date not null,
  record_hash  bytea not null,
  signed_up_to int not null,
  chain_hash   bytea not null,
  chained_at   timestamptz not null
);
comment on table record_chain is 'Every committed decision record, in the order in which it was chained, which is not that of recording: records commit out of turn, and whatever is committed and not here yet is next. "chain_hash" is over the one before and this row''s other columns; "signed_up_to" is the newest signature when it was chained.';
comment on column record_chain.record_hash is 'SHA-256 over the whole record as it is kept, its encrypted snapshot included: erasing a case''s content changes nothing of it.';

create table record_signature (
  number        int primary key,
  day           date not null unique,
  last_record   bigint not null,
  chain_hash    bytea not null,
  previous_hash bytea not null,
  signature     bytea not null,
  signed_at     timestamptz not null
);
comment on table record_signature is 'The chain as it was at the end of a day, signed under a key that is encrypted under the master key. Each names the one before.';

create index decision_recorded on decision using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);
