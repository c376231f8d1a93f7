-- The salts of visitor counts. Unlogged on purpose: they never reach the write-ahead log, a replica or an archive of
-- either, and after a crash they are gone. Counting goes on with a new salt, and that day counts some people twice.
create unlogged table keys.statistics_salt (
  day date not null primary key,
  wrapped bytea not null,
  made_at timestamptz not null
);

-- What the security log of a day is sealed with. Whoever has to look into an incident needs it after a crash, too.
create table keys.security_log_key (
  day date not null primary key,
  wrapped bytea not null,
  made_at timestamptz not null
);
