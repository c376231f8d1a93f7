create schema pricing;

-- Two layers: what lasts until it is changed, and what lies over it for a while. Neither overlaps itself.
create table pricing.price (
  tenant_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  market text not null,
  price_list text not null,
  min_quantity integer not null check (min_quantity >= 1),
  layer text not null check (layer in ('lasting', 'temporary')),
  amount_minor bigint not null check (amount_minor >= 0),
  compare_at_minor bigint check (compare_at_minor > amount_minor),
  valid tstzrange not null check (not isempty(valid) and lower(valid) is not null and lower_inc(valid) and not upper_inc(valid)),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint price_never_overlaps exclude using gist (
    tenant_id with =, offer_id with =, currency with =, market with =, price_list with =, min_quantity with =,
    layer with =, valid with &&
  )
);
create index price_offer on pricing.price (tenant_id, offer_id, currency);
select tenancy.wall('pricing.price');

-- What the shop asked for an offer, from which moment on: the memory behind "lowest price of the last 30 days".
create table pricing.price_history (
  tenant_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  compare_at_minor bigint,
  effective_at timestamptz not null,
  primary key (tenant_id, id)
);
create index price_history_offer on pricing.price_history (tenant_id, offer_id, currency, effective_at, id);
select tenancy.append_only('pricing.price_history');

-- When an offer's price changes by itself next; one row per offer that has such a moment.
create table pricing.price_turn (
  tenant_id uuid not null,
  offer_id uuid not null,
  currency text not null,
  turns_at timestamptz not null,
  primary key (tenant_id, offer_id, currency)
);
create index price_turn_due on pricing.price_turn (tenant_id, turns_at);
select tenancy.wall('pricing.price_turn');
