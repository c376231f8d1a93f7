create schema analytics;
grant usage on schema analytics to kontor_runtime;

-- The counts of a day that is not over yet, as each process knows them. Gone when the day has been folded.
create table analytics.running (
  tenant_id uuid not null,
  day date not null,
  process uuid not null,
  dimension text not null,
  key text not null,
  views integer not null check (views > 0),
  sketch bytea not null,
  flushed_at timestamptz not null,
  primary key (tenant_id, day, process, dimension, key)
);
select tenancy.wall('analytics.running');

-- Which pages belong to one visit, of browsers that allowed it. Gone when the day has been folded.
create table analytics.visit_page (
  tenant_id uuid not null,
  day date not null,
  visit bytea not null,
  page text not null,
  seen_at timestamptz not null,
  primary key (tenant_id, day, visit, page)
);
select tenancy.wall('analytics.visit_page');

-- A day that is over. Null is fewer than five: what is that small is not even stored.
create table analytics.day (
  tenant_id uuid not null,
  day date not null,
  visitors integer check (visitors >= 5),
  views integer check (views >= 5),
  folded_at timestamptz not null,
  primary key (tenant_id, day),
  check ((visitors is null) = (views is null))
);
select tenancy.wall('analytics.day');

create table analytics.cell (
  tenant_id uuid not null,
  day date not null,
  dimension text not null,
  key text not null,
  visitors integer check (visitors >= 5),
  views integer not null check (views >= 5),
  primary key (tenant_id, day, dimension, key),
  foreign key (tenant_id, day) references analytics.day (tenant_id, day) on delete cascade
);
select tenancy.wall('analytics.cell');
