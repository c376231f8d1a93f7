create schema incidents;
grant usage on schema incidents to kontor_runtime;

-- What must never happen, from the moment we became aware of it. Kept whatever comes of it: art. 33(5).
create table incidents.incident (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  track text not null check (track in ('breach', 'vulnerability')),
  harms text[] not null,
  role text not null check (role in ('controller', 'processor')),
  is_drill boolean not null,
  phase text not null check (phase in ('open', 'contained', 'assessed', 'closed')),
  risk text check (risk in ('unlikely', 'risk', 'high')),
  authority text not null check (authority in ('undecided', 'notify', 'not needed')),
  people text not null check (people in ('undecided', 'notify', 'not needed')),
  aware_at timestamptz not null,
  authority_hours integer check (authority_hours > 0),
  corrected_at timestamptz,
  story bytea not null,
  scope jsonb,
  scope_taken_at timestamptz,
  affected_count integer,
  categories text[] not null,
  countries text[] not null,
  opened_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  notices_done_at timestamptz,
  closed_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
select tenancy.wall('incidents.incident');
revoke delete, truncate on incidents.incident from kontor_runtime;

-- What was done about it, in order; never changed.
create table incidents.event (
  tenant_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  kind text not null,
  by_subject_id uuid,
  happened_at timestamptz not null,
  details jsonb not null,
  note bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, incident_id) references incidents.incident (tenant_id, id)
);
create index event_incident on incidents.event (tenant_id, incident_id, id);
select tenancy.append_only('incidents.event');

-- Exactly those whose data was read or sent.
create table incidents.affected (
  tenant_id uuid not null,
  incident_id uuid not null,
  subject_id uuid not null,
  categories text[] not null,
  countries text[] not null,
  primary key (tenant_id, incident_id, subject_id),
  foreign key (tenant_id, incident_id) references incidents.incident (tenant_id, id)
);
create index affected_subject on incidents.affected (tenant_id, subject_id);
select tenancy.wall('incidents.affected');

-- The ledger of notices to people: one row each, so one notice each.
create table incidents.notice (
  tenant_id uuid not null,
  incident_id uuid not null,
  subject_id uuid not null,
  outcome text not null check (outcome in ('mailed', 'drill', 'no address', 'gone')),
  mail_id uuid,
  at timestamptz not null,
  primary key (tenant_id, incident_id, subject_id),
  foreign key (tenant_id, incident_id) references incidents.incident (tenant_id, id)
);
create index notice_subject on incidents.notice (tenant_id, subject_id);
select tenancy.append_only('incidents.notice');

-- Audits, reviews, attestations and drills: dated, with evidence, until when they count.
create table incidents.record (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('security audit', 'processor review', 'attestation', 'incident drill', 'restore drill', 'vulnerability scan')),
  about text not null,
  outcome text not null check (outcome in ('passed', 'findings', 'failed')),
  evidence bytea not null,
  recorded_by uuid,
  held_at timestamptz not null,
  valid_until timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index record_kind on incidents.record (tenant_id, kind, about, valid_until);
select tenancy.append_only('incidents.record');

-- Which lapse was told to staff, so that each is told once a week.
create table incidents.told (
  tenant_id uuid not null,
  what text not null,
  told_at timestamptz not null,
  primary key (tenant_id, what)
);
select tenancy.wall('incidents.told');

-- A disclosure that an authority asked for, or that protects rights: what, about whom, why, and who said yes.
create table incidents.legal_request (
  tenant_id uuid not null,
  id uuid not null,
  number bigint not null,
  ground text not null,
  state text not null check (state in ('open', 'approved', 'refused', 'disclosed')),
  paper bytea not null,
  categories text[] not null,
  from_at timestamptz,
  to_at timestamptz,
  informing text not null check (informing in ('inform', 'forbidden')),
  forbidden_until timestamptz,
  opened_by uuid,
  decided_by uuid,
  decided_at timestamptz,
  disclosed_by uuid,
  disclosed_at timestamptz,
  payload_hash bytea,
  values_disclosed integer,
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
select tenancy.wall('incidents.legal_request');
revoke delete, truncate on incidents.legal_request from kontor_runtime;

create table incidents.legal_subject (
  tenant_id uuid not null,
  request_id uuid not null,
  subject_id uuid not null,
  informed_at timestamptz,
  informed_how text check (informed_how in ('mailed', 'no address', 'gone')),
  primary key (tenant_id, request_id, subject_id),
  foreign key (tenant_id, request_id) references incidents.legal_request (tenant_id, id)
);
create index legal_subject_person on incidents.legal_subject (tenant_id, subject_id);
select tenancy.wall('incidents.legal_subject');

create table incidents.legal_event (
  tenant_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null,
  by_subject_id uuid,
  happened_at timestamptz not null,
  details jsonb not null,
  note bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references incidents.legal_request (tenant_id, id)
);
create index legal_event_request on incidents.legal_event (tenant_id, request_id, id);
select tenancy.append_only('incidents.legal_event');

-- How often what is due, and how many hours the authority gives, where the shop decided it.
create table incidents.setting (
  tenant_id uuid not null,
  authority_hours integer check (authority_hours > 0),
  audit_every_days integer not null check (audit_every_days > 0),
  drill_every_days integer not null check (drill_every_days > 0),
  first_due_at timestamptz not null,
  anchor_mailed_at timestamptz,
  updated_at timestamptz not null,
  primary key (tenant_id)
);
select tenancy.wall('incidents.setting');
