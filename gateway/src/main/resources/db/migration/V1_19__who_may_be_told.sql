-- Whether the persons of a case know that what concerns them is shared, and may be told.

create table informing (
  person_id  uuid not null,
  stated_by  text not null,
  state      text not null,
  told_on    date,
  message_id uuid not null,
  stated_at  timestamptz not null,
  primary key (person_id, stated_by)
);
comment on table informing is 'What one agency last said of whether a person knows, and may be told. No row: unknown.';
comment on column informing.state is 'told, not_told, or unsafe: to tell them, or anybody through them, would put somebody at risk.';
