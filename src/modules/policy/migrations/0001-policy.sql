create schema policy;
grant usage on schema policy to kontor_runtime;

-- A policy as it was, or as somebody proposes it: the map that it was printed from, and what that changed. It names nobody.
create table policy.version (
  tenant_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('proposed', 'published', 'withdrawn')),
  map jsonb not null,
  map_hash text not null,
  changes jsonb not null,
  is_material boolean not null,
  origin text not null,
  proposed_by uuid,
  approved_by uuid,
  proposed_at timestamptz not null,
  published_at timestamptz,
  telling text not null check (telling in ('nobody', 'waiting', 'told')),
  told_up_to uuid,
  primary key (tenant_id, number)
);
create index version_telling on policy.version (tenant_id, number) where telling = 'waiting';
select tenancy.wall('policy.version');

-- What was published, word by word: a later version of Kontor may print other words from the same map.
create table policy.document (
  tenant_id uuid not null,
  version integer not null,
  role text not null,
  language text not null,
  body jsonb not null,
  primary key (tenant_id, version, role, language)
);
select tenancy.append_only('policy.document');

-- Who was told of which version, on which way.
create table policy.notice (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  subject_id uuid not null,
  channel text not null check (channel in ('post', 'banner', 'in-app', 'e-mail')),
  state text not null check (state in ('shown', 'waiting', 'mailed', 'seen')),
  planned_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, version, subject_id, channel)
);
create index notice_subject on policy.notice (tenant_id, subject_id, version);
select tenancy.wall('policy.notice');

-- When a check last ran and when it last passed.
create table policy.evidence (
  tenant_id uuid not null,
  check_name text not null,
  ran_at timestamptz not null,
  passed_at timestamptz,
  findings integer not null,
  primary key (tenant_id, check_name)
);
select tenancy.wall('policy.evidence');

-- Whether a policy needs a second person's yes.
create table policy.setting (
  tenant_id uuid not null,
  second_approver boolean not null,
  updated_at timestamptz not null,
  primary key (tenant_id)
);
select tenancy.wall('policy.setting');
