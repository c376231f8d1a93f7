-- How often visitors whom we do not know answered what: a tally of answers, never of browsers or people.
create table privacy.guest_answer (
  tenant_id uuid not null,
  topic text not null,
  state text not null check (state in ('granted', 'refused')),
  notice_hash text not null,
  answers integer not null check (answers > 0),
  primary key (tenant_id, topic, state, notice_hash),
  foreign key (tenant_id, notice_hash) references privacy.notice (tenant_id, hash)
);
select tenancy.wall('privacy.guest_answer');
