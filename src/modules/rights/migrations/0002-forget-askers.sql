-- Whoever asked may be forgotten while the request is still open: a child is at once. Then nothing finds them any more.
alter table rights.request alter column email_index drop not null;
