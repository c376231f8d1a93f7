-- Address and browser of requests that matter for security, sealed with the key of the day. Nothing here, and nothing in
-- the statistics, can be held against the other.
create table privacy.security_entry (
  tenant_id uuid not null,
  id uuid not null,
  happened_at timestamptz not null,
  route text not null,
  status integer not null,
  sender bytea not null,
  primary key (tenant_id, id)
);
create index security_entry_age on privacy.security_entry (tenant_id, happened_at);
select tenancy.wall('privacy.security_entry');
