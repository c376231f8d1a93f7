-- The shop's own tax places, besides the ones we ship; the first that matches a postcode wins.
create table pricing.tax_zone (
  tenant_id uuid not null,
  code text not null check (code ~ '^[A-Z]{2}(-[a-z0-9-]{1,40})?$'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  name text not null,
  postcodes text[] not null check (cardinality(postcodes) > 0),
  created_at timestamptz not null,
  primary key (tenant_id, code)
);
select tenancy.wall('pricing.tax_zone');

-- Rates that the shop has set itself, over the ones we ship. A rate is ended and followed, never edited.
create table pricing.tax_rate (
  tenant_id uuid not null,
  id uuid not null,
  zone_code text not null,
  tax_class text not null,
  rate_bp integer not null check (rate_bp between 0 and 10000),
  label text,
  valid daterange not null check (not isempty(valid) and lower(valid) is not null),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint tax_rate_never_overlaps exclude using gist (
    tenant_id with =, zone_code with =, tax_class with =, valid with &&
  )
);
select tenancy.wall('pricing.tax_rate');

-- Where the shop collects tax. Without a row: at home, and in all of the EU when home is there.
create table pricing.tax_setting (
  tenant_id uuid not null,
  cross_border text not null check (cross_border in ('destination', 'origin')),
  registered_in text[] not null,
  version integer not null,
  primary key (tenant_id)
);
select tenancy.wall('pricing.tax_setting');
