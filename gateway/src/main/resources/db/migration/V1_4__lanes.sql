-- Work that must stay in order: one lane runs once at a time, across all nodes.

create table lane (
  lane       text primary key,
  next_seq   bigint not null,
  due        timestamptz,
  prio       smallint not null,
  owner      text,
  epoch      bigint not null default 0,
  failures   int not null default 0,
  last_error text
) with (fillfactor = 50);
comment on table lane is 'One row for each lane, for ever: deleting one would start its order again. due: null = empty; in the future = backing off, which new rows do not end. epoch: grows when the lane changes hands, and fences off whoever had it before.';
create index lane_due on lane (prio desc, due) where owner is null and due is not null;
create index lane_owner on lane (owner) where owner is not null;

create table lane_row (
  lane       text not null,
  seq        bigint not null,
  kind       text not null,
  ref        uuid not null,
  created_at timestamptz not null default now(),
  primary key (lane, seq)
);
comment on table lane_row is 'What waits in a lane, in order. A row that was done is deleted.';

create table node (
  node       text primary key,
  started_at timestamptz not null default clock_timestamp(),
  beat       timestamptz not null default clock_timestamp()
);
comment on table node is 'The running nodes. One that has not beaten for six seconds is taken for dead, and its lanes go to others.';
