-- What is encrypted cannot be made smaller: the database need not try.

alter table message_content alter column canonical set storage external, alter column received set storage external;
alter table decision alter column snapshot set storage external;
alter table attempt alter column sent set storage external;
