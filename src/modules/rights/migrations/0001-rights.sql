create schema rights;
grant usage on schema rights to kontor_runtime;

-- What somebody asked of us about their data, from whichever door it came. Who asks is a subject of its own, so that an
-- erasure of the person leaves the proof that we answered.
create table rights.request (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  kind text not null check (kind in ('access', 'portability', 'rectify', 'erase', 'restrict', 'object', 'withdraw', 'opt-out', 'review', 'question')),
  door text not null check (door in ('privacy centre', 'account', 'e-mail', 'staff')),
  state text not null check (state in ('open', 'awaiting_identity', 'in_progress', 'extended', 'awaiting_processor', 'fulfilled', 'denied', 'revoked', 'expired')),
  subject_id uuid not null,
  contact bytea not null,
  email_index bytea not null,
  said bytea,
  answer bytea,
  wish jsonb not null,
  mail_hash bytea,
  locale text not null,
  origin text not null,
  received_at timestamptz not null,
  target_at timestamptz not null,
  month_ends_at timestamptz not null,
  due_at timestamptz not null,
  proven_at timestamptz,
  cools_until timestamptz,
  approved_at timestamptz,
  run_at timestamptz,
  closed_at timestamptz,
  reason text,
  plan_id uuid,
  outcome jsonb not null,
  alarm text not null check (alarm in ('none', 'target', 'soon', 'overdue')),
  opened_by uuid,
  version integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index request_due on rights.request (tenant_id, due_at, id) where closed_at is null;
create index request_newest on rights.request (tenant_id, id desc);
create index request_run on rights.request (tenant_id, run_at) where run_at is not null and closed_at is null;
create index request_email on rights.request (tenant_id, email_index);
create index request_asker on rights.request (tenant_id, subject_id);
create unique index request_mail on rights.request (tenant_id, mail_hash) where mail_hash is not null;
select tenancy.wall('rights.request');

-- What happened to a request, in order. No foreign key: a request is forgotten one day, its log names nobody.
create table rights.event (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  happened_at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  name text not null,
  state text not null,
  details jsonb not null,
  primary key (tenant_id, id)
);
create index event_request on rights.event (tenant_id, request_id, id);
select tenancy.append_only('rights.event');

-- A sitting in the privacy centre, opened by a mailed link or a recent password.
create table rights.visit (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  token_hash bytea,
  account_id uuid,
  locale text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index visit_token on rights.visit (tenant_id, token_hash) where token_hash is not null;
create index visit_asker on rights.visit (tenant_id, subject_id);
create index visit_ends on rights.visit (tenant_id, expires_at);
select tenancy.wall('rights.visit');

-- An address, and whether the asker has shown that it is theirs: for a sitting or for a request.
create table rights.proof (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  visit_id uuid,
  request_id uuid,
  address bytea not null,
  email_index bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  proven_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, visit_id) references rights.visit (tenant_id, id) on delete cascade,
  foreign key (tenant_id, request_id) references rights.request (tenant_id, id) on delete cascade,
  check ((visit_id is null) <> (request_id is null))
);
create index proof_visit on rights.proof (tenant_id, visit_id) where visit_id is not null;
create index proof_request on rights.proof (tenant_id, request_id) where request_id is not null;
create index proof_asker on rights.proof (tenant_id, subject_id);
create index proof_email on rights.proof (tenant_id, email_index);
select tenancy.wall('rights.proof');

-- The copy that a request was answered with, until it has been fetched or its fortnight is over.
create table rights.package (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  content bytea not null,
  size_bytes integer not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  downloads_left integer not null check (downloads_left >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references rights.request (tenant_id, id) on delete cascade
);
create unique index package_request on rights.package (tenant_id, request_id);
create index package_asker on rights.package (tenant_id, subject_id);
create index package_ends on rights.package (tenant_id, expires_at);
select tenancy.wall('rights.package');
