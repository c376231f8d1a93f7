create schema tenancy;

-- Rule 1: the tenant of a transaction is set here and nowhere else. SET LOCAL reaches the workers of a cluster,
-- set_config does not.
create function tenancy.enter(tenant uuid) returns void language plpgsql as $$
begin
  execute format('set local kontor.tenant = %L', tenant::text);
end
$$;

-- The wall: FORCE row-level security with the one policy of rule 2, and the runtime role's rights.
create function tenancy.wall(walled regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format(
    'create policy tenant on %s using (tenant_id = nullif(current_setting(''kontor.tenant'', true), '''')::uuid)', walled);
  execute format('grant select, insert, update, delete on %s to kontor_runtime', walled);
  execute (select format('grant usage on schema %I to kontor_runtime', n.nspname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = walled);
end
$$;

create function tenancy.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name using errcode = '0A000';
end
$$;

-- Append-only by right and by trigger: the runtime role may only read and add. Builds the wall if there is none yet.
create function tenancy.append_only(walled regclass) returns void language plpgsql as $$
begin
  if not (select relrowsecurity from pg_class where oid = walled) then perform tenancy.wall(walled); end if;
  execute format('revoke update, delete, truncate on %s from kontor_runtime', walled);
  execute format(
    'create trigger never_changed before update or delete on %s for each row execute function tenancy.refuse_change()', walled);
end
$$;

-- Folds case and accents for search; immutable so that indexes may use it.
create function kernel.fold(input text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, input));

grant usage on schema kernel, tenancy to kontor_runtime;

-- The outbox: what happened, written in the transaction in which it happened. Ids only.
create table kernel.fact (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  body jsonb not null,
  happened_at timestamptz not null,
  relayed_at timestamptz,
  primary key (tenant_id, id)
);
create index fact_waiting on kernel.fact (tenant_id, id) where relayed_at is null;
select tenancy.wall('kernel.fact');

-- Which reaction has run for which fact: makes a job that is delivered twice work once.
create table kernel.reaction_done (
  tenant_id uuid not null,
  fact_id uuid not null,
  reaction text not null,
  done_at timestamptz not null,
  primary key (tenant_id, fact_id, reaction)
);
select tenancy.wall('kernel.reaction_done');

-- One timed job at a time per tenant, over all workers.
create table kernel.job_lease (
  tenant_id uuid not null,
  job text not null,
  next_at timestamptz not null,
  held_until timestamptz not null,
  holder uuid,
  last_finished_at timestamptz,
  last_failure text,
  primary key (tenant_id, job)
);
select tenancy.wall('kernel.job_lease');

-- Numbers that people see.
create table kernel.counter (
  tenant_id uuid not null,
  name text not null,
  value bigint not null,
  primary key (tenant_id, name)
);
select tenancy.wall('kernel.counter');

-- Answers to POSTs that carried an Idempotency-Key. The answer is sealed: it may repeat what the request said.
create table kernel.idempotency_key (
  tenant_id uuid not null,
  scope bytea not null,
  body_hash bytea not null,
  state text not null check (state in ('in_flight', 'done')),
  status integer,
  answer bytea,
  claimed_at timestamptz not null,
  primary key (tenant_id, scope)
);
create index idempotency_key_age on kernel.idempotency_key (tenant_id, claimed_at);
select tenancy.wall('kernel.idempotency_key');

-- Claims a key in one round trip. A claim left in flight by a killed process may be taken over after a minute.
create function kernel.claim_idempotency(tenant uuid, key_scope bytea, hash bytea, at timestamptz)
  returns table (outcome text, status integer, answer bytea) language plpgsql as $$
declare
  held kernel.idempotency_key;
begin
  perform tenancy.enter(tenant);
  insert into kernel.idempotency_key (tenant_id, scope, body_hash, state, claimed_at)
    values (tenant, key_scope, hash, 'in_flight', at)
    on conflict (tenant_id, scope) do nothing;
  if found then
    return query select 'claimed', null::integer, null::bytea;
    return;
  end if;
  select * into held from kernel.idempotency_key k where k.tenant_id = tenant and k.scope = key_scope for update;
  if held.body_hash <> hash then
    return query select 'other_body', null::integer, null::bytea;
  elsif held.state = 'done' then
    return query select 'replay', held.status, held.answer;
  elsif held.claimed_at < at - interval '1 minute' then
    update kernel.idempotency_key k set claimed_at = at where k.tenant_id = tenant and k.scope = key_scope;
    return query select 'claimed', null::integer, null::bytea;
  else
    return query select 'in_flight', null::integer, null::bytea;
  end if;
end
$$;

create function kernel.settle_idempotency(tenant uuid, key_scope bytea, answer_status integer, answer_bytes bytea)
  returns void language plpgsql as $$
begin
  perform tenancy.enter(tenant);
  if answer_status >= 500 then
    delete from kernel.idempotency_key k where k.tenant_id = tenant and k.scope = key_scope;
  else
    update kernel.idempotency_key k set state = 'done', status = answer_status, answer = answer_bytes
      where k.tenant_id = tenant and k.scope = key_scope;
  end if;
end
$$;

-- The boot self-test: which tables show anything to a tenant that does not exist. Runs with the caller's rights.
create function tenancy.leaking(stranger uuid, tables text[]) returns setof text language plpgsql as $$
declare
  name text;
  seen boolean;
begin
  perform tenancy.enter(stranger);
  foreach name in array tables loop
    execute format('select exists (select 1 from %s)', name::regclass) into seen;
    if seen then return next name; end if;
  end loop;
end
$$;
