-- What ended in tables whose rows nobody may remove. Written by the function below only, so nobody ends anything unseen.
create table retention.ended (
  tenant_id uuid not null,
  id uuid not null,
  on_table text not null,
  rows integer not null check (rows > 0),
  at timestamptz not null,
  primary key (tenant_id, id)
);
select tenancy.append_only('retention.ended');
revoke insert on retention.ended from kontor_runtime;

-- Ends rows that only ever are added, for the entered tenant, by a key of theirs. The one function that runs with the
-- owner's rights: the runtime role cannot delete from these tables. Row-level security is forced, so it stands before the
-- same wall as everybody; and each row's trigger looks for itself whether the row is old enough, by the database's clock.
create function retention.end_rows(named text, keyed_by text, keys uuid[]) returns integer language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant uuid := nullif(current_setting('kontor.tenant', true), '')::uuid;
  relation regclass := named::regclass;
  gone integer;
begin
  if tenant is null then
    raise exception 'no tenant is entered' using errcode = '42501';
  end if;
  if not exists (select from pg_trigger as g where g.tgrelid = relation and g.tgname in ('never_changed', 'never_removed') and g.tgnargs = 2) then
    raise exception 'rows of % never end', named using errcode = '0A000';
  end if;
  set local kontor.ending = 'on';
  execute format('delete from %s as t where t.tenant_id = $1 and t.%I = any($2)', relation, keyed_by) using tenant, keys;
  get diagnostics gone = row_count;
  set local kontor.ending = 'off';
  if gone > 0 then
    insert into retention.ended (tenant_id, id, on_table, rows, at) values (tenant, uuidv7(), named, gone, now());
  end if;
  return gone;
end
$$;
revoke execute on function retention.end_rows(text, text, uuid[]) from public;
grant execute on function retention.end_rows(text, text, uuid[]) to kontor_runtime;
