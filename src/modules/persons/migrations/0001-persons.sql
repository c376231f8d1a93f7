create schema persons;

grant usage on schema persons to kontor_runtime;

-- That somebody is to be forgotten: planned, shown, then done node by node.
create table persons.erasure (
  tenant_id uuid not null,
  id uuid not null,
  because text not null check (because in ('asked', 'clock', 'minor', 'staff', 'restored')),
  state text not null check (state in ('planned', 'running', 'waiting', 'awaiting_processor', 'fulfilled', 'withdrawn')),
  traces bytea,
  planned_at timestamptz not null,
  started_at timestamptz,
  erased_at timestamptz,
  fulfilled_at timestamptz,
  scanned_at timestamptz,
  scan_found integer,
  next_at timestamptz not null,
  primary key (tenant_id, id),
  check ((state = 'fulfilled') = (fulfilled_at is not null)),
  check (state <> 'fulfilled' or erased_at is not null)
);

create index erasure_open on persons.erasure (tenant_id, next_at) where state in ('running', 'waiting', 'awaiting_processor');

create index erasure_to_scan on persons.erasure (tenant_id, erased_at) where erased_at is not null and scanned_at is null;

select tenancy.wall('persons.erasure');

create table persons.erasure_subject (
  tenant_id uuid not null,
  erasure_id uuid not null,
  subject_id uuid not null,
  primary key (tenant_id, erasure_id, subject_id),
  foreign key (tenant_id, erasure_id) references persons.erasure (tenant_id, id) on delete cascade
);

create index erasure_subject_subject on persons.erasure_subject (tenant_id, subject_id);

select tenancy.wall('persons.erasure_subject');

-- One thing that has to end, and how it ended. There is no word for leaving it out.
create table persons.erasure_node (
  tenant_id uuid not null,
  id uuid not null,
  erasure_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('answers', 'tombstones', 'files', 'rows', 'keys', 'processor')),
  target text not null,
  part text not null,
  row_count integer not null check (row_count >= 0),
  expected text not null,
  end_kind text check (end_kind in ('erased', 'shredded', 'rectified', 'exported', 'retained',
    'processor_confirmed', 'processor_manual', 'processor_refused')),
  ground text,
  cites text,
  until timestamptz,
  evidence text,
  waits_for text,
  ticket text,
  attempts integer not null,
  next_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, erasure_id, kind, target, part, expected),
  foreign key (tenant_id, erasure_id) references persons.erasure (tenant_id, id) on delete cascade,
  check ((end_kind is null) = (done_at is null)),
  check (end_kind <> 'retained' or (ground is not null and cites is not null)),
  check (end_kind not in ('processor_confirmed', 'processor_manual', 'processor_refused') or evidence is not null),
  check (end_kind is null or waits_for is null),
  check (expected in ('erased', 'shredded', 'retained', 'processor'))
);

create index erasure_node_due on persons.erasure_node (tenant_id, next_at) where kind = 'processor' and end_kind is null;

select tenancy.wall('persons.erasure_node');

-- Two of our persons are one human: the rows of one now name the other. What was moved is noted, so that it can be undone.
create table persons.link (
  tenant_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  because text not null check (because in ('proven', 'staff')),
  linked_by uuid,
  linked_at timestamptz not null,
  primary key (tenant_id, id),
  check (kept_id <> gone_id)
);

create index link_kept on persons.link (tenant_id, kept_id);

create index link_gone on persons.link (tenant_id, gone_id);

select tenancy.wall('persons.link');

create table persons.moved_row (
  tenant_id uuid not null,
  link_id uuid not null,
  table_name text not null,
  column_name text not null,
  row_id text not null,
  primary key (tenant_id, link_id, table_name, column_name, row_id),
  foreign key (tenant_id, link_id) references persons.link (tenant_id, id) on delete cascade
);

select tenancy.wall('persons.moved_row');

-- That something about somebody was put right, where, and on what proof.
create table persons.correction (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  category text not null,
  places jsonb not null,
  told jsonb not null,
  evidence bytea,
  corrected_by uuid,
  corrected_at timestamptz not null,
  primary key (tenant_id, id)
);

create index correction_subject on persons.correction (tenant_id, subject_id);

select tenancy.wall('persons.correction');
