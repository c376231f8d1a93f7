-- A copy holds everything about somebody under the key of whoever asked: it has to know whose data it is, to go with them.
alter table rights.package add column about_ids uuid[] not null default '{}';
