create schema payments;

grant usage on schema payments to kontor_runtime;

-- One row per checkout attempt: what is to be paid for the orders of a group, and where the money is.
create table payments.payment (
  tenant_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  attempt_id uuid not null,
  provider text not null,
  option text,
  state text not null check (state in (
    'created', 'requires_action', 'pending', 'authorised', 'partially_captured', 'captured', 'partially_refunded', 'refunded',
    'voided', 'failed', 'expired', 'disputed', 'won', 'lost')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor >= 0),
  authorised_minor bigint not null check (authorised_minor >= 0),
  captured_minor bigint not null check (captured_minor >= 0),
  refunded_minor bigint not null,
  reference text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, attempt_id),
  check (refunded_minor between 0 and captured_minor)
);

create index payment_group on payments.payment (tenant_id, group_id);

select tenancy.wall('payments.payment');

create table payments.payment_attempt (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  outcome text not null,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payments.payment (tenant_id, id) on delete cascade
);

create index payment_attempt_payment on payments.payment_attempt (tenant_id, payment_id);

select tenancy.wall('payments.payment_attempt');

create table payments.capture (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  amount_minor bigint not null check (amount_minor >= 0),
  reference text,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payments.payment (tenant_id, id)
);

create index capture_payment on payments.capture (tenant_id, payment_id);

select tenancy.wall('payments.capture');

select tenancy.append_only('payments.capture');

create table payments.refund (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  order_id uuid,
  kind text not null check (kind in ('refund', 'void')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  state text not null check (state in ('requested', 'succeeded', 'manual', 'failed')),
  reason text not null,
  reference text,
  tries integer not null,
  next_at timestamptz not null,
  requested_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payments.payment (tenant_id, id)
);

create index refund_payment on payments.refund (tenant_id, payment_id);

create index refund_waiting on payments.refund (tenant_id, next_at) where state = 'requested';

create index refund_by_hand on payments.refund (tenant_id, requested_at) where state = 'manual';

select tenancy.wall('payments.refund');

-- What part of a payment belongs to which order. Written by orders' placing, so an order id is not a foreign key.
create table payments.payment_allocation (
  tenant_id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  amount_minor bigint not null check (amount_minor >= 0),
  authorised_minor bigint not null check (authorised_minor >= 0),
  captured_minor bigint not null check (captured_minor >= 0),
  refunded_minor bigint not null,
  primary key (tenant_id, payment_id, order_id),
  foreign key (tenant_id, payment_id) references payments.payment (tenant_id, id) on delete cascade,
  check (refunded_minor between 0 and captured_minor)
);

create index payment_allocation_order on payments.payment_allocation (tenant_id, order_id);

select tenancy.wall('payments.payment_allocation');

create table payments.transition (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  from_state text not null,
  to_state text not null,
  actor_kind text not null,
  actor_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, payment_id) references payments.payment (tenant_id, id)
);

create index transition_payment on payments.transition (tenant_id, payment_id);

select tenancy.wall('payments.transition');

select tenancy.append_only('payments.transition');

create table payments.incident (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('paidButShort', 'amountMismatch', 'paidTwice', 'refundFailed')),
  state text not null check (state in ('open', 'resolved')),
  payment_id uuid not null,
  order_id uuid,
  amount_minor bigint not null,
  currency text not null,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, payment_id, kind)
);

create index incident_open on payments.incident (tenant_id, opened_at desc, id desc) where state = 'open';

select tenancy.wall('payments.incident');

create table payments.test_card_charge (
  tenant_id uuid not null,
  id uuid not null,
  scenario text not null,
  state text not null check (state in ('approved', 'declined', 'waiting')),
  amount_minor bigint not null,
  currency text not null,
  fetches integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

select tenancy.wall('payments.test_card_charge');

create table payments.test_card_refund (
  tenant_id uuid not null,
  id uuid not null,
  charge_id uuid not null,
  amount_minor bigint not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

select tenancy.wall('payments.test_card_refund');

-- The last net: at commit, what the orders were told must be what the payment says. The verbs add up by themselves.
create function payments.allocation_adds_up() returns trigger language plpgsql as $$
declare
  wanted uuid;
  paid payments.payment;
  parts record;
begin
  if tg_table_name = 'payment' then
    wanted := new.id;
  else
    wanted := new.payment_id;
  end if;
  select * into paid from payments.payment p where p.tenant_id = new.tenant_id and p.id = wanted;
  if not found then
    return null;
  end if;
  select sum(a.amount_minor) as amount, sum(a.authorised_minor) as authorised, sum(a.captured_minor) as captured,
      sum(a.refunded_minor) as refunded
    into parts
    from payments.payment_allocation a where a.tenant_id = new.tenant_id and a.payment_id = wanted;
  if (parts.amount, parts.authorised, parts.captured, parts.refunded)
      is distinct from
      (paid.amount_minor::numeric, paid.authorised_minor::numeric, paid.captured_minor::numeric, paid.refunded_minor::numeric) then
    raise exception 'the shares of payment % do not add up to it', wanted using errcode = '23514';
  end if;
  return null;
end
$$;

create constraint trigger payment_adds_up after insert or update on payments.payment
  deferrable initially deferred for each row execute function payments.allocation_adds_up();

create constraint trigger allocation_adds_up after insert or update on payments.payment_allocation
  deferrable initially deferred for each row execute function payments.allocation_adds_up();
