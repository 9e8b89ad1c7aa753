-- Every revision of what IG leads edit, and which one is in force.

create table policy_revision (
  number     int primary key,
  revision   text not null unique,
  tables     jsonb not null,
  agreements jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  why        text not null
);
comment on table policy_revision is 'Tables and agreements; kept as long as a decision names it.';

create table policy_active (
  only_one     boolean primary key default true check (only_one),
  revision     text not null references policy_revision (revision),
  activated_at timestamptz not null
);
comment on table policy_active is 'The revision in force. Whoever opens an attempt compares it in the same transaction.';
