create schema keys;

-- One secret for the installation: the runtime role's password is derived from it.
create table keys.installation (
  id integer not null primary key check (id = 1),
  wrapped bytea not null,
  created_at timestamptz not null
);

create table keys.tenant_key (
  tenant_id uuid not null,
  epoch integer not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, epoch)
);

-- Blind indexes, link codes and short-lived sealed answers hang on it; it outlives the key epochs.
create table keys.tenant_secret (
  tenant_id uuid not null primary key,
  wrapped bytea not null,
  created_at timestamptz not null
);

create table keys.subject_key (
  tenant_id uuid not null,
  subject_id uuid not null,
  class text not null check (class in ('service', 'marketing', 'security', 'verification', 'legal')),
  epoch integer not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, subject_id, class)
);
