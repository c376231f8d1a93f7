create schema exchange;

grant usage on schema exchange to kontor_runtime;

create table exchange.import_run (
  tenant_id uuid not null,
  id uuid not null,
  file_name bytea not null,
  format text,
  encoding text,
  dry_run boolean not null,
  state text not null check (state in ('waiting', 'reading', 'writing', 'done', 'failed')),
  -- The line of the product that was dealt with last: a run that was killed goes on after it.
  position integer not null,
  rows_read integer not null,
  products integer not null,
  products_done integer not null,
  created integer not null,
  changed integer not null,
  rejected integer not null,
  warnings integer not null,
  requested_at timestamptz not null,
  touched_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);

create index import_run_open on exchange.import_run (tenant_id, touched_at) where state in ('waiting', 'reading', 'writing');

create index import_run_newest on exchange.import_run (tenant_id, requested_at desc, id desc);

select tenancy.wall('exchange.import_run');

-- The rows of the file while it is being imported, so that the parts of a product find each other wherever they stand.
create table exchange.import_row (
  tenant_id uuid not null,
  run_id uuid not null,
  line integer not null,
  -- Lines that follow each other under one handle are one block.
  block integer not null,
  product_line integer,
  refs text[] not null,
  parent_ref text,
  sku text,
  -- The product's address, on its first row, once it is known; and why a row's SKU cannot be taken.
  slug text,
  clash text,
  cells jsonb not null,
  primary key (tenant_id, run_id, line),
  foreign key (tenant_id, run_id) references exchange.import_run (tenant_id, id) on delete cascade
);

create index import_row_product on exchange.import_row (tenant_id, run_id, product_line, line);

create index import_row_sku on exchange.import_row (tenant_id, run_id, sku) where sku is not null;

create index import_row_parent on exchange.import_row (tenant_id, run_id, parent_ref) where parent_ref is not null;

select tenancy.wall('exchange.import_row');

create table exchange.import_note (
  tenant_id uuid not null,
  run_id uuid not null,
  id uuid not null,
  line integer not null,
  heading text,
  severity text not null check (severity in ('reject', 'warn')),
  code text not null,
  says text not null,
  primary key (tenant_id, run_id, id),
  foreign key (tenant_id, run_id) references exchange.import_run (tenant_id, id) on delete cascade
);

create index import_note_line on exchange.import_note (tenant_id, run_id, line, id);

select tenancy.wall('exchange.import_note');
