create schema inventory;

-- Where goods are, or come from and go to. Things on physical places can be counted, so they are never fewer than none.
create table inventory.location (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null check (length(name) between 1 and 80),
  kind text not null check (kind in
    ('internal', 'quarantine', 'transit', 'channel', 'supplier', 'customer', 'production', 'loss')),
  parent_id uuid,
  physical boolean not null check (physical = (kind in ('internal', 'quarantine', 'transit', 'channel'))),
  sells boolean not null check (kind = 'internal' or not sells),
  priority integer not null check (priority between 0 and 1000),
  archived_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, id, physical),
  foreign key (tenant_id, parent_id) references inventory.location (tenant_id, id) on delete restrict
);
select tenancy.wall('inventory.location');

-- The stock side of an offer, made when it is first received. One unit is 10^-scale of the offer's unit.
create table inventory.item (
  tenant_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  scale smallint not null check (scale between 0 and 6),
  low_at bigint not null check (low_at >= 0),
  safety bigint not null check (safety >= 0),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, offer_id)
);
select tenancy.wall('inventory.item');

-- A kit has no shelf of its own: it is what its parts are.
create table inventory.kit_component (
  tenant_id uuid not null,
  offer_id uuid not null,
  item_id uuid not null,
  quantity bigint not null check (quantity > 0),
  primary key (tenant_id, offer_id, item_id),
  foreign key (tenant_id, item_id) references inventory.item (tenant_id, id) on delete restrict
);
create index kit_component_item on inventory.kit_component (tenant_id, item_id);
select tenancy.wall('inventory.kit_component');

create table inventory.stock_entry (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('receipt', 'sale', 'return', 'adjustment', 'count', 'move', 'import')),
  source_type text not null check (source_type ~ '^[a-z][A-Za-z0-9._-]{0,59}$'),
  source_id text not null check (source_id ~ '^[A-Za-z0-9._:-]{1,100}$'),
  idem_key text not null check (idem_key ~ '^[A-Za-z0-9._:-]{1,150}$'),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor_kind text not null,
  actor_subject uuid,
  reason text check (reason in ('damaged', 'lost', 'found', 'counted', 'correction', 'sample', 'import')),
  primary key (tenant_id, id),
  unique (tenant_id, idem_key)
);
create index stock_entry_kind on inventory.stock_entry (tenant_id, kind, id);
create index stock_entry_source on inventory.stock_entry (tenant_id, source_id);
select tenancy.append_only('inventory.stock_entry');

-- Double entry: what leaves one place arrives at another. Lot and owner are the nil UUID while nobody tells them apart.
create table inventory.stock_posting (
  tenant_id uuid not null,
  entry_id uuid not null,
  line integer not null check (line >= 0),
  item_id uuid not null,
  lot_id uuid not null,
  location_id uuid not null,
  owner_id uuid not null,
  quantity bigint not null check (quantity <> 0),
  primary key (tenant_id, entry_id, line),
  foreign key (tenant_id, entry_id) references inventory.stock_entry (tenant_id, id) on delete restrict,
  foreign key (tenant_id, item_id) references inventory.item (tenant_id, id) on delete restrict,
  foreign key (tenant_id, location_id) references inventory.location (tenant_id, id) on delete restrict
);
create index stock_posting_item on inventory.stock_posting (tenant_id, item_id, entry_id, line);
create index stock_posting_location on inventory.stock_posting (tenant_id, location_id, entry_id, line);
select tenancy.append_only('inventory.stock_posting');

-- I1: the last net; the verb has checked the sum already.
create function inventory.check_posting_balances() returns trigger language plpgsql as $$
declare
  total numeric;
  lines bigint;
begin
  select coalesce(sum(p.quantity), 0), count(*) into total, lines
    from inventory.stock_posting p
    where p.tenant_id = new.tenant_id and p.entry_id = new.entry_id and p.item_id = new.item_id
      and p.lot_id = new.lot_id and p.owner_id = new.owner_id;
  if total <> 0 or lines < 2 then
    raise exception 'inventory.stock_entry %: % postings of item % that sum to %', new.entry_id, lines, new.item_id, total
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create function inventory.check_entry_posts() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from inventory.stock_posting p where p.tenant_id = new.tenant_id and p.entry_id = new.id) then
    raise exception 'inventory.stock_entry % moves nothing', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger stock_posting_balances after insert on inventory.stock_posting
  deferrable initially deferred for each row execute function inventory.check_posting_balances();
create constraint trigger stock_entry_posts after insert on inventory.stock_entry
  deferrable initially deferred for each row execute function inventory.check_entry_posts();

-- I3: nobody can promise or take what is not there, whatever the code above believes.
create table inventory.stock_balance (
  tenant_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  lot_id uuid not null,
  owner_id uuid not null,
  physical boolean not null,
  on_hand bigint not null,
  reserved bigint not null,
  changed_at timestamptz not null,
  primary key (tenant_id, item_id, location_id, lot_id, owner_id),
  foreign key (tenant_id, item_id) references inventory.item (tenant_id, id) on delete restrict,
  foreign key (tenant_id, location_id, physical)
    references inventory.location (tenant_id, id, physical) on delete restrict,
  constraint stock_balance_on_hand check (not physical or on_hand >= 0),
  constraint stock_balance_reserved check (reserved >= 0 and (reserved = 0 or (physical and reserved <= on_hand)))
) with (fillfactor = 70);
create index stock_balance_location on inventory.stock_balance (tenant_id, location_id);
select tenancy.wall('inventory.stock_balance');

-- What is promised to whom. Open is what is still promised; shipped and given back stay for returns.
create table inventory.reservation (
  tenant_id uuid not null,
  id uuid not null,
  holder uuid not null,
  line_ref uuid not null,
  offer_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  per_unit bigint not null check (per_unit > 0),
  quantity bigint not null check (quantity > 0),
  open_quantity bigint not null check (open_quantity >= 0),
  shipped_quantity bigint not null check (shipped_quantity >= 0),
  returned_quantity bigint not null check (returned_quantity between 0 and shipped_quantity),
  state text not null check (state in
    ('held', 'committed', 'allocated', 'picked', 'consumed', 'released', 'expired')),
  pinned boolean not null,
  expires_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, item_id) references inventory.item (tenant_id, id) on delete restrict,
  foreign key (tenant_id, location_id) references inventory.location (tenant_id, id) on delete restrict,
  constraint reservation_quantities check (open_quantity + shipped_quantity <= quantity),
  constraint reservation_open check ((open_quantity > 0) = (state in ('held', 'committed', 'allocated', 'picked'))),
  constraint reservation_expires check (state <> 'held' or expires_at is not null),
  constraint reservation_pinned check (not pinned or state = 'held')
);
create index reservation_holder on inventory.reservation (tenant_id, holder);
create index reservation_line on inventory.reservation (tenant_id, line_ref);
create index reservation_open_item on inventory.reservation (tenant_id, item_id, location_id) where open_quantity > 0;
create index reservation_due on inventory.reservation (tenant_id, expires_at) where state = 'held';
select tenancy.wall('inventory.reservation');

-- What the shop window was last told about an offer, so that it is told only what it does not know yet.
create table inventory.shown (
  tenant_id uuid not null,
  offer_id uuid not null,
  available boolean not null,
  left_count bigint,
  told_at timestamptz not null,
  primary key (tenant_id, offer_id)
);
select tenancy.wall('inventory.shown');
