create schema checkout;

grant usage on schema checkout to kontor_runtime;

-- A cart is one row, lines included: a reader who waited for its lock sees all of it as it is now.
create table checkout.cart (
  tenant_id uuid not null,
  id uuid not null,
  version integer not null,
  state text not null check (state in ('open', 'done')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  country text not null,
  locale text not null,
  buyer_id uuid,
  contact bytea,
  option_id text,
  provider text,
  payment_option text,
  quote jsonb not null,
  quoted_at timestamptz not null,
  attempt_id uuid,
  attempts integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  check (contact is null or buyer_id is not null)
);

create index cart_stale on checkout.cart (tenant_id, updated_at);

create index cart_buyer on checkout.cart (tenant_id, buyer_id) where buyer_id is not null;

select tenancy.wall('checkout.cart');

-- One press of the button: what was agreed to, and how far the money came.
create table checkout.checkout_attempt (
  tenant_id uuid not null,
  id uuid not null,
  cart_id uuid not null,
  cart_version integer not null,
  group_id uuid not null,
  order_ids uuid[] not null,
  payment_id uuid not null,
  provider text not null,
  payment_option text,
  amount_minor bigint not null check (amount_minor >= 0),
  currency text not null,
  locale text not null,
  state text not null check (state in ('paying', 'completing', 'completed', 'declined', 'expired', 'returned')),
  reason text,
  asks integer not null,
  next_ask_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, cart_id) references checkout.cart (tenant_id, id) on delete cascade
);

-- A cart is paid once: nobody can begin while somebody is paying.
create unique index attempt_active on checkout.checkout_attempt (tenant_id, cart_id) where state in ('paying', 'completing');

create index attempt_cart on checkout.checkout_attempt (tenant_id, cart_id);

create index attempt_waiting on checkout.checkout_attempt (tenant_id, next_ask_at) where state in ('paying', 'completing');

select tenancy.wall('checkout.checkout_attempt');
