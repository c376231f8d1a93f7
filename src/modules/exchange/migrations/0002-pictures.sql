-- Pictures that a product file names by address and that are still to be fetched, and how it went.
create table exchange.picture_wait (
  tenant_id uuid not null,
  media_id uuid not null,
  run_id uuid not null,
  product_id uuid not null,
  line integer not null,
  host text not null,
  url text not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  attempts integer not null,
  next_at timestamptz not null,
  code text,
  primary key (tenant_id, media_id),
  foreign key (tenant_id, run_id) references exchange.import_run (tenant_id, id) on delete cascade
);

create index picture_wait_due on exchange.picture_wait (tenant_id, host, next_at) where state = 'waiting';

create index picture_wait_run on exchange.picture_wait (tenant_id, run_id, state);

select tenancy.wall('exchange.picture_wait');
