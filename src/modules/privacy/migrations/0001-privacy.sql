create schema privacy;
grant usage on schema privacy to kontor_runtime;

-- A natural person within a tenant; guests are subjects too. Nothing here says who it is.
create table privacy.subject (
  tenant_id uuid not null,
  id uuid not null,
  role text not null,
  state text not null check (state in ('active', 'restricted', 'erasing', 'erased')),
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
select tenancy.wall('privacy.subject');

-- Who did what, and who opened what for which purpose.
create table privacy.audit_entry (
  tenant_id uuid not null,
  id uuid not null,
  happened_at timestamptz not null,
  actor_kind text not null,
  actor text not null,
  purpose text not null,
  action text not null,
  on_table text not null,
  on_id text not null,
  subject_id uuid,
  details jsonb not null,
  primary key (tenant_id, id)
);
create index audit_entry_on on privacy.audit_entry (tenant_id, on_table, on_id, id);
create index audit_entry_subject on privacy.audit_entry (tenant_id, subject_id, id) where subject_id is not null;
select tenancy.wall('privacy.audit_entry');
select tenancy.append_only('privacy.audit_entry');

-- A batch of entries under one hash that includes the hash of the batch before.
create table privacy.audit_seal (
  tenant_id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null,
  entries integer not null check (entries > 0),
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, number)
);
select tenancy.wall('privacy.audit_seal');
select tenancy.append_only('privacy.audit_seal');

-- Which entry lies under which seal, and where: transactions end in another order than they begin.
create table privacy.audit_sealed (
  tenant_id uuid not null,
  entry_id uuid not null,
  seal_number bigint not null,
  position integer not null,
  primary key (tenant_id, entry_id),
  unique (tenant_id, seal_number, position),
  foreign key (tenant_id, seal_number) references privacy.audit_seal (tenant_id, number),
  foreign key (tenant_id, entry_id) references privacy.audit_entry (tenant_id, id)
);
select tenancy.wall('privacy.audit_sealed');
select tenancy.append_only('privacy.audit_sealed');
