create schema fulfilment;

grant usage on schema fulfilment to kontor_runtime;

create table fulfilment.shipment (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  state text not null check (state in ('pending', 'packed', 'shipped', 'delivered', 'cancelled', 'lost', 'returned_to_sender')),
  carrier text not null,
  shipped_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create index shipment_order on fulfilment.shipment (tenant_id, order_id);

select tenancy.wall('fulfilment.shipment');

create table fulfilment.shipment_line (
  tenant_id uuid not null,
  shipment_id uuid not null,
  order_line_id uuid not null,
  quantity integer not null check (quantity > 0),
  primary key (tenant_id, shipment_id, order_line_id),
  foreign key (tenant_id, shipment_id) references fulfilment.shipment (tenant_id, id)
);

select tenancy.wall('fulfilment.shipment_line');

select tenancy.append_only('fulfilment.shipment_line');

create table fulfilment.transition (
  tenant_id uuid not null,
  id uuid not null,
  shipment_id uuid not null,
  from_state text not null,
  to_state text not null,
  actor_kind text not null,
  actor_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, shipment_id) references fulfilment.shipment (tenant_id, id)
);

create index transition_shipment on fulfilment.transition (tenant_id, shipment_id);

select tenancy.wall('fulfilment.transition');

select tenancy.append_only('fulfilment.transition');
