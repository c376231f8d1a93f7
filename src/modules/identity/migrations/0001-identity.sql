create schema identity;

grant usage on schema identity to kontor_runtime;

create table identity.account (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('buyer', 'staff')),
  subject_id uuid not null,
  profile bytea not null,
  email_index bytea,
  name_tokens bytea[] not null,
  email_verified boolean not null,
  state text not null check (state in ('active', 'suspended')),
  locale text not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, email_index)
);
create index account_subject on identity.account (tenant_id, subject_id);
create index account_newest on identity.account (tenant_id, kind, created_at desc, id desc);
create index account_names on identity.account using gin (name_tokens);
select tenancy.wall('identity.account');

create table identity.credential (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  subject_id uuid not null,
  secret bytea not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade
);
select tenancy.wall('identity.credential');

create table identity.session (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('buyer', 'staff')),
  token_hash bytea not null,
  device bytea,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade
);
create index session_account on identity.session (tenant_id, account_id);
create index session_expiry on identity.session (tenant_id, expires_at);
select tenancy.wall('identity.session');

create table identity.known_device (
  tenant_id uuid not null,
  account_id uuid not null,
  device_hash bytea not null,
  first_seen_at timestamptz not null,
  primary key (tenant_id, account_id, device_hash),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade
);
select tenancy.wall('identity.known_device');

create table identity.verification (
  tenant_id uuid not null,
  id uuid not null,
  identifier_hash bytea not null,
  account_id uuid,
  value bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade
);
create index verification_identifier on identity.verification (tenant_id, identifier_hash);
create index verification_expiry on identity.verification (tenant_id, expires_at);
select tenancy.wall('identity.verification');

create table identity.attempt (
  tenant_id uuid not null,
  key bytea not null,
  count integer not null,
  ends_at timestamptz not null,
  primary key (tenant_id, key)
);
create index attempt_end on identity.attempt (tenant_id, ends_at);
select tenancy.wall('identity.attempt');

create table identity.address (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  subject_id uuid not null,
  address bytea not null,
  is_default boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade
);
create index address_account on identity.address (tenant_id, account_id);
select tenancy.wall('identity.address');

create table identity.role (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  permissions text[] not null,
  is_shipped boolean not null,
  version integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select tenancy.wall('identity.role');

create table identity.membership (
  tenant_id uuid not null,
  account_id uuid not null,
  role_id uuid not null,
  granted_at timestamptz not null,
  primary key (tenant_id, account_id, role_id),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, role_id) references identity.role (tenant_id, id) on delete restrict
);
create index membership_role on identity.membership (tenant_id, role_id);
select tenancy.wall('identity.membership');

create table identity.invitation (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  contact bytea not null,
  email_index bytea,
  role_ids uuid[] not null,
  locale text not null,
  state text not null check (state in ('open', 'accepted', 'withdrawn')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
create index invitation_open on identity.invitation (tenant_id, email_index) where state = 'open';
select tenancy.wall('identity.invitation');

-- Who holds this session: one round trip for every request that carries a cookie. Being seen moves the session's end,
-- written at most once a quarter of an hour.
create function identity.find_visitor(tenant uuid, hash bytea, side text, at timestamptz, lifetime interval)
  returns table (account_id uuid, subject_id uuid, email_verified boolean, permissions text[]) language plpgsql as $$
declare
  held record;
begin
  perform tenancy.enter(tenant);
  select s.id, s.seen_at, a.id as account, a.subject_id as subject, a.email_verified as verified into held
    from identity.session s
    join identity.account a on a.tenant_id = tenant and a.id = s.account_id
    where s.tenant_id = tenant and s.token_hash = hash and s.kind = side and s.expires_at > at and a.state = 'active';
  if not found then
    return;
  end if;
  if held.seen_at < at - interval '15 minutes' then
    update identity.session s set seen_at = at, expires_at = at + lifetime where s.tenant_id = tenant and s.id = held.id;
  end if;
  return query select held.account, held.subject, held.verified,
    coalesce((select array_agg(distinct granted.permission)
      from identity.membership m
      join identity.role r on r.tenant_id = tenant and r.id = m.role_id
      cross join lateral unnest(r.permissions) as granted (permission)
      where m.tenant_id = tenant and m.account_id = held.account), '{}'::text[]);
end
$$;
