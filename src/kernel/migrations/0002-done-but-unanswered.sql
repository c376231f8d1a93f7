-- A request may commit and die before its answer is stored. Its key then says that the work is done, so that sending it
-- again does not do it twice.
alter table kernel.idempotency_key drop constraint idempotency_key_state_check;
alter table kernel.idempotency_key add constraint idempotency_key_state_check
  check (state in ('in_flight', 'committed', 'done'));

-- Claims a key in one round trip. A claim left in flight by a killed process may be taken over after a minute, unless its
-- work is done: then nobody can say what the answer was.
create or replace function kernel.claim_idempotency(tenant uuid, key_scope bytea, hash bytea, at timestamptz)
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
  elsif held.claimed_at >= at - interval '1 minute' then
    return query select 'in_flight', null::integer, null::bytea;
  elsif held.state = 'committed' then
    return query select 'answer_lost', null::integer, null::bytea;
  else
    update kernel.idempotency_key k set claimed_at = at where k.tenant_id = tenant and k.scope = key_scope;
    return query select 'claimed', null::integer, null::bytea;
  end if;
end
$$;

-- Failures of ours are not kept, so that the request can be sent again; but not when its work is done.
create or replace function kernel.settle_idempotency(tenant uuid, key_scope bytea, answer_status integer, answer_bytes bytea)
  returns void language plpgsql as $$
begin
  perform tenancy.enter(tenant);
  if answer_status >= 500 then
    delete from kernel.idempotency_key k where k.tenant_id = tenant and k.scope = key_scope and k.state = 'in_flight';
  else
    update kernel.idempotency_key k set state = 'done', status = answer_status, answer = answer_bytes
      where k.tenant_id = tenant and k.scope = key_scope;
  end if;
end
$$;
