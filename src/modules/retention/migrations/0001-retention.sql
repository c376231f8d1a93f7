create schema retention;

-- What must not go although its time is over: a row, or fields of it, for a legal reason. Never a whole account.
create table retention.hold (
  tenant_id uuid not null,
  id uuid not null,
  on_table text not null,
  on_id text not null,
  fields text[] not null,
  subject_id uuid,
  ground text not null check (ground in ('court', 'authority', 'claim', 'audit')),
  reference bytea,
  placed_by uuid,
  placed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  review_at timestamptz not null,
  release_asked_by uuid,
  release_asked_at timestamptz,
  released_by uuid,
  released_at timestamptz,
  primary key (tenant_id, id)
);
create index hold_standing on retention.hold (tenant_id, on_table, on_id) where released_at is null;
create index hold_subject on retention.hold (tenant_id, subject_id) where released_at is null;
select tenancy.wall('retention.hold');

-- Every row that a hold keeps from being deleted: its own, and those it would go with.
create table retention.hold_row (
  tenant_id uuid not null,
  hold_id uuid not null,
  on_table text not null,
  on_id text not null,
  primary key (tenant_id, hold_id, on_table, on_id),
  foreign key (tenant_id, hold_id) references retention.hold (tenant_id, id) on delete cascade
);
create index hold_row_on on retention.hold_row (tenant_id, on_table, on_id);
select tenancy.wall('retention.hold_row');

-- Each time the clocks were looked at and something was due.
create table retention.run (
  tenant_id uuid not null,
  id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  started_by uuid,
  state text not null check (state in ('running', 'done', 'blocked', 'failed')),
  primary key (tenant_id, id)
);
create index run_at on retention.run (tenant_id, started_at desc);
select tenancy.wall('retention.run');

-- What ended under which clock, and on which ground it had been kept until then. Counts only.
create table retention.receipt (
  tenant_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  clock text not null,
  outcome text not null check (outcome in ('deleted', 'cleared', 'blocked', 'shredded', 'forgotten')),
  rows integer not null check (rows >= 0),
  held integer not null check (held >= 0),
  total integer not null check (total >= 0),
  ground text not null,
  cites text not null,
  pack text not null,
  because text,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references retention.run (tenant_id, id)
);
create index receipt_of_run on retention.receipt (tenant_id, run_id, id);
select tenancy.append_only('retention.receipt');

-- A person's yes to more than the breaker lets through: for one clock, up to a number of rows, for a day.
create table retention.approval (
  tenant_id uuid not null,
  id uuid not null,
  clock text not null,
  up_to integer not null check (up_to > 0),
  approved_by uuid,
  approved_at timestamptz not null,
  valid_until timestamptz not null,
  used_by_run uuid,
  primary key (tenant_id, id)
);
create index approval_open on retention.approval (tenant_id, clock, valid_until) where used_by_run is null;
select tenancy.wall('retention.approval');

-- People something of whom ended: whether a key, or the person, has nothing left to stand for is looked at after a while.
create table retention.leftover (
  tenant_id uuid not null,
  subject_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, subject_id)
);
create index leftover_due on retention.leftover (tenant_id, since);
select tenancy.wall('retention.leftover');

-- How far the slow walk over everybody has come.
create table retention.walk (
  tenant_id uuid not null,
  position uuid,
  round_at timestamptz not null,
  primary key (tenant_id)
);
select tenancy.wall('retention.walk');

-- That what was backed up can be restored: tried each month, for the whole installation. Names no tenant and nobody.
create table retention.drill (
  id uuid not null primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text not null check (outcome in ('running', 'passed', 'failed', 'not possible')),
  says text not null,
  tables integer not null,
  rows bigint not null,
  duration_ms integer not null
);
grant usage on schema retention to kontor_runtime;
grant select, insert, update on retention.drill to kontor_runtime;
