create schema catalog;

grant usage on schema catalog to kontor_runtime;

create table catalog.category (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  slug text not null,
  title text not null,
  position integer not null,
  -- The ids from the root down to this one, so that a breadcrumb and a whole branch are one look-up each.
  path uuid[] not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, parent_id) references catalog.category (tenant_id, id)
);

select tenancy.wall('catalog.category');

create table catalog.product (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  title text not null check (title <> ''),
  description_html text not null,
  vendor text,
  product_type text,
  tags text[] not null,
  status text not null check (status in ('draft', 'active', 'archived')),
  condition text not null check (condition in ('new', 'open_box', 'refurbished', 'used_like_new', 'used_good', 'used_fair', 'for_parts')),
  category_id uuid,
  seo_title text,
  seo_description text,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint product_slug unique (tenant_id, slug),
  foreign key (tenant_id, category_id) references catalog.category (tenant_id, id)
);

create index product_newest on catalog.product (tenant_id, created_at desc, id desc);

create index product_updated on catalog.product (tenant_id, updated_at desc, id desc);

create index product_category on catalog.product (tenant_id, category_id);

select tenancy.wall('catalog.product');

-- Where a renamed product's old address leads. The product's own slug always wins.
create table catalog.slug_redirect (
  tenant_id uuid not null,
  slug text not null,
  product_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, slug),
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade
);

select tenancy.wall('catalog.slug_redirect');

-- Product id null: a picture of a collection.
create table catalog.media (
  tenant_id uuid not null,
  id uuid not null,
  product_id uuid,
  position integer not null,
  alt text not null,
  state text not null check (state in ('ready', 'pending')),
  width integer,
  height integer,
  source_url text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade,
  check (state = 'pending' or (width > 0 and height > 0)),
  check (state = 'ready' or source_url is not null)
);

create index media_product on catalog.media (tenant_id, product_id, position);

select tenancy.wall('catalog.media');

create table catalog.option (
  tenant_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  position integer not null,
  name text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade
);

create index option_product on catalog.option (tenant_id, product_id, position);

select tenancy.wall('catalog.option');

create table catalog.option_value (
  tenant_id uuid not null,
  option_id uuid not null,
  value text not null,
  position integer not null,
  primary key (tenant_id, option_id, value),
  foreign key (tenant_id, option_id) references catalog.option (tenant_id, id) on delete cascade
);

select tenancy.wall('catalog.option_value');

-- Never removed: orders and stock know it by id. What is no longer for sale is retired.
create table catalog.variant (
  tenant_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  position integer not null,
  -- One value per option of the product, in the order of the options.
  options text[] not null,
  gtin text,
  weight_grams integer not null check (weight_grams >= 0),
  requires_shipping boolean not null,
  tax_class text not null,
  media_id uuid,
  retired_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade
);

create index variant_product on catalog.variant (tenant_id, product_id, position);

create index variant_gtin on catalog.variant (tenant_id, gtin) where gtin is not null;

select tenancy.wall('catalog.variant');

-- The sellable unit. One without a seller per variant is the shop's own.
create table catalog.offer (
  tenant_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  seller_id uuid,
  sku text,
  condition text not null check (condition in ('new', 'open_box', 'refurbished', 'used_like_new', 'used_good', 'used_fair', 'for_parts')),
  retired_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, variant_id) references catalog.variant (tenant_id, id) on delete cascade,
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade
);

create unique index offer_sku on catalog.offer (tenant_id, sku) where seller_id is null and retired_at is null and sku is not null;

create unique index offer_seller_sku on catalog.offer (tenant_id, seller_id, sku) where seller_id is not null and retired_at is null and sku is not null;

create index offer_product on catalog.offer (tenant_id, product_id);

create index offer_variant on catalog.offer (tenant_id, variant_id);

select tenancy.wall('catalog.offer');

-- What pricing last said an offer costs: a projection for reading, pricing keeps the truth.
create table catalog.offer_price (
  tenant_id uuid not null,
  offer_id uuid not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  compare_at_minor bigint,
  lowest30_minor bigint,
  primary key (tenant_id, offer_id, currency),
  foreign key (tenant_id, offer_id) references catalog.offer (tenant_id, id) on delete cascade
);

select tenancy.wall('catalog.offer_price');

-- What inventory last said can be had: a projection for reading, inventory keeps the truth.
create table catalog.offer_stock (
  tenant_id uuid not null,
  offer_id uuid not null,
  available boolean not null,
  remaining integer,
  primary key (tenant_id, offer_id),
  foreign key (tenant_id, offer_id) references catalog.offer (tenant_id, id) on delete cascade
);

select tenancy.wall('catalog.offer_stock');

create table catalog.attribute_definition (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  label text not null,
  kind text not null check (kind in ('text', 'number', 'boolean', 'choice')),
  unit text,
  choices text[] not null,
  filterable boolean not null,
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

select tenancy.wall('catalog.attribute_definition');

create table catalog.product_attribute (
  tenant_id uuid not null,
  product_id uuid not null,
  attribute_id uuid not null,
  -- Numbers as plain decimals, booleans as true or false; the definition's kind says how to read it.
  value text not null,
  primary key (tenant_id, product_id, attribute_id),
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade,
  foreign key (tenant_id, attribute_id) references catalog.attribute_definition (tenant_id, id) on delete cascade
);

create index product_attribute_definition on catalog.product_attribute (tenant_id, attribute_id);

select tenancy.wall('catalog.product_attribute');

create table catalog.collection (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null,
  title text not null,
  description text not null,
  media_id uuid,
  position integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, media_id) references catalog.media (tenant_id, id)
);

select tenancy.wall('catalog.collection');

create table catalog.collection_product (
  tenant_id uuid not null,
  collection_id uuid not null,
  product_id uuid not null,
  position integer not null,
  primary key (tenant_id, collection_id, product_id),
  foreign key (tenant_id, collection_id) references catalog.collection (tenant_id, id) on delete cascade,
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade
);

create index collection_product_product on catalog.collection_product (tenant_id, product_id);

select tenancy.wall('catalog.collection_product');

-- What buyers browse and search: one row per product on sale and currency, written with every change to its sources.
create table catalog.listing (
  tenant_id uuid not null,
  product_id uuid not null,
  currency text not null,
  slug text not null,
  title text not null,
  vendor text,
  picture jsonb,
  amount_minor bigint,
  amount_to_minor bigint,
  compare_at_minor bigint,
  lowest30_minor bigint,
  available boolean not null,
  condition text not null,
  created_at timestamptz not null,
  -- Sort keys are never null: what has no price yet comes last in both directions.
  price_low bigint not null,
  price_high bigint not null,
  title_key text collate "C" not null,
  search tsvector not null,
  fuzzy text not null,
  codes text[] not null,
  facets text[] not null,
  collections text[] not null,
  categories text[] not null,
  primary key (tenant_id, product_id, currency),
  foreign key (tenant_id, product_id) references catalog.product (tenant_id, id) on delete cascade
);

create index listing_newest on catalog.listing (tenant_id, currency, created_at desc, product_id desc);

create index listing_cheapest on catalog.listing (tenant_id, currency, price_low, product_id);

create index listing_dearest on catalog.listing (tenant_id, currency, price_high desc, product_id desc);

create index listing_title on catalog.listing (tenant_id, currency, title_key, product_id);

create index listing_search on catalog.listing using gin (search);

create index listing_codes on catalog.listing using gin (codes);

create index listing_facets on catalog.listing using gin (facets);

create index listing_collections on catalog.listing using gin (collections);

create index listing_categories on catalog.listing using gin (categories);

create index listing_fuzzy on catalog.listing using gin (fuzzy public.gin_trgm_ops);

select tenancy.wall('catalog.listing');
