create table pricing.delivery_zone (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  countries text[] not null check (cardinality(countries) > 0),
  postcodes text[] not null,
  position integer not null,
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index delivery_zone_countries on pricing.delivery_zone using gin (countries);
select tenancy.wall('pricing.delivery_zone');

-- One way to the door. Bands are two arrays of the same length: up to this weight or total, at this price.
create table pricing.delivery_method (
  tenant_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  name text not null,
  basis text not null check (basis in ('flat', 'weight', 'total')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_minor bigint not null check (price_minor >= 0),
  band_up_to bigint[] not null,
  band_price_minor bigint[] not null,
  free_from_minor bigint check (free_from_minor >= 0),
  min_days integer not null check (min_days >= 0),
  max_days integer not null check (max_days >= min_days),
  tax_class text not null,
  active boolean not null,
  position integer not null,
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, zone_id) references pricing.delivery_zone (tenant_id, id) on delete cascade,
  check (cardinality(band_up_to) = cardinality(band_price_minor)),
  check (basis = 'flat' or cardinality(band_up_to) > 0)
);
create index delivery_method_zone on pricing.delivery_method (tenant_id, zone_id);
select tenancy.wall('pricing.delivery_method');
