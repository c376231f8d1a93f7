create schema orders;

grant usage on schema orders to kontor_runtime;

-- One cart becomes one group of orders: one per seller, paid together.
create table orders.order_group (
  tenant_id uuid not null,
  id uuid not null,
  cart_id uuid not null,
  attempt_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_minor bigint not null,
  created_at timestamptz not null,
  placed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, cart_id)
);

select tenancy.wall('orders.order_group');

create table orders."order" (
  tenant_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  number bigint,
  state text not null check (state in ('draft', 'placed', 'partially_fulfilled', 'fulfilled', 'completed', 'cancelled')),
  payment_state text not null,
  fulfilment_state text not null check (fulfilment_state in ('pending', 'partially_shipped', 'shipped', 'delivered', 'cancelled')),
  attempt_id uuid not null,
  payment_id uuid,
  provider text not null,
  buyer_id uuid not null,
  holder_id uuid,
  locale text not null,
  origin text not null,
  country text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  prices_include_tax boolean not null,
  goods_minor bigint not null check (goods_minor >= 0),
  goods_net_minor bigint not null check (goods_net_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  refunded_minor bigint not null,
  delivery_option_id text not null,
  delivery_name text not null,
  delivery_minor bigint not null check (delivery_minor >= 0),
  delivery_tax_label text not null,
  delivery_tax_rate_bp integer not null,
  delivery_net_minor bigint not null,
  delivery_tax_minor bigint not null,
  delivery_gross_minor bigint not null,
  delivery_refunded_minor bigint not null,
  pieces integer not null,
  version integer not null,
  created_at timestamptz not null,
  placed_at timestamptz,
  cancelled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, group_id) references orders.order_group (tenant_id, id),
  check (total_minor = goods_net_minor + delivery_net_minor + tax_minor),
  check (refunded_minor between 0 and total_minor),
  check (delivery_refunded_minor between 0 and delivery_gross_minor),
  check ((state = 'draft') = (number is null)),
  check ((state = 'draft') = (placed_at is null))
);

create index order_group_orders on orders."order" (tenant_id, group_id);

create index order_newest on orders."order" (tenant_id, placed_at desc, id desc) where placed_at is not null;

create index order_by_state on orders."order" (tenant_id, state, placed_at desc, id desc) where placed_at is not null;

create index order_by_payment on orders."order" (tenant_id, payment_state, placed_at desc, id desc) where placed_at is not null;

create index order_by_fulfilment on orders."order" (tenant_id, fulfilment_state, placed_at desc, id desc)
  where placed_at is not null;

create index order_to_ship on orders."order" (tenant_id, placed_at)
  where state in ('placed', 'partially_fulfilled') and fulfilment_state in ('pending', 'partially_shipped');

create index order_to_be_paid on orders."order" (tenant_id, placed_at) where payment_state = 'pending' and state <> 'draft' and state <> 'cancelled';

create index order_buyer on orders."order" (tenant_id, buyer_id);

create index order_holder on orders."order" (tenant_id, holder_id, placed_at desc, id desc) where holder_id is not null;

create index order_drafts on orders."order" (tenant_id, created_at) where state = 'draft';

select tenancy.wall('orders.order');

create table orders.order_line (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  position integer not null,
  offer_id uuid not null,
  variant_id uuid not null,
  product_id uuid not null,
  slug text not null,
  sku text,
  title text not null,
  variant_title text not null,
  condition text not null,
  picture jsonb,
  quantity integer not null check (quantity > 0),
  shipped_quantity integer not null,
  dropped_quantity integer not null,
  refunded_quantity integer not null,
  refunded_minor bigint not null,
  refunded_tax_minor bigint not null,
  unit_minor bigint not null check (unit_minor >= 0),
  amount_minor bigint not null,
  tax_label text not null,
  tax_rate_bp integer not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  gross_minor bigint not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id, position),
  foreign key (tenant_id, order_id) references orders."order" (tenant_id, id) on delete cascade,
  check (shipped_quantity >= 0 and dropped_quantity >= 0 and shipped_quantity + dropped_quantity <= quantity),
  check (refunded_quantity between 0 and quantity),
  check (refunded_minor between 0 and gross_minor),
  check (gross_minor = net_minor + tax_minor)
);

select tenancy.wall('orders.order_line');

create table orders.party (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  role text not null check (role in ('buyer', 'recipient', 'bill_to')),
  subject_id uuid not null,
  contact bytea,
  invoice bytea,
  country text not null,
  postcode_prefix text not null,
  email_index bytea,
  name_tokens bytea[] not null,
  primary key (tenant_id, id),
  unique (tenant_id, order_id, role),
  foreign key (tenant_id, order_id) references orders."order" (tenant_id, id) on delete cascade,
  check (case when role = 'bill_to' then contact is null else invoice is null end)
);

create index party_email on orders.party (tenant_id, email_index) where email_index is not null;

create index party_name on orders.party using gin (name_tokens);

create index party_subject on orders.party (tenant_id, subject_id);

select tenancy.wall('orders.party');

create table orders.transition (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  axis text not null check (axis in ('order', 'payment', 'fulfilment')),
  from_state text not null,
  to_state text not null,
  reason text not null,
  actor_kind text not null,
  actor_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders."order" (tenant_id, id)
);

create index transition_order on orders.transition (tenant_id, order_id, at);

select tenancy.wall('orders.transition');

select tenancy.append_only('orders.transition');

create table orders.refund (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  goods_net_minor bigint not null,
  delivery_net_minor bigint not null,
  tax_minor bigint not null,
  reason text not null,
  restock boolean not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders."order" (tenant_id, id),
  check (amount_minor = goods_net_minor + delivery_net_minor + tax_minor)
);

create index refund_order on orders.refund (tenant_id, order_id);

select tenancy.wall('orders.refund');

create table orders.refund_line (
  tenant_id uuid not null,
  refund_id uuid not null,
  order_line_id uuid not null,
  quantity integer not null check (quantity > 0),
  net_minor bigint not null,
  tax_minor bigint not null,
  gross_minor bigint not null,
  primary key (tenant_id, refund_id, order_line_id),
  foreign key (tenant_id, refund_id) references orders.refund (tenant_id, id),
  foreign key (tenant_id, order_line_id) references orders.order_line (tenant_id, id)
);

create index refund_line_line on orders.refund_line (tenant_id, order_line_id);

select tenancy.wall('orders.refund_line');

create table orders.parcel (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  carrier text not null,
  tracking bytea,
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders."order" (tenant_id, id)
);

create index parcel_order on orders.parcel (tenant_id, order_id);

select tenancy.wall('orders.parcel');

create table orders.parcel_line (
  tenant_id uuid not null,
  parcel_id uuid not null,
  order_line_id uuid not null,
  quantity integer not null check (quantity > 0),
  primary key (tenant_id, parcel_id, order_line_id),
  foreign key (tenant_id, parcel_id) references orders.parcel (tenant_id, id),
  foreign key (tenant_id, order_line_id) references orders.order_line (tenant_id, id)
);

create index parcel_line_line on orders.parcel_line (tenant_id, order_line_id);

select tenancy.wall('orders.parcel_line');

create table orders.note (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  buyer_id uuid not null,
  author_id uuid,
  body bytea not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders."order" (tenant_id, id)
);

create index note_order on orders.note (tenant_id, order_id);

select tenancy.wall('orders.note');
