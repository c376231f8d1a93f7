-- A log that only grows ends with its clock all the same. A table that says so (`tenancy.endable`) gives this trigger the
-- column its rows age from and how old a row is at the very least before it may go; everywhere else nothing ever goes.
create or replace function tenancy.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_nargs = 2 and current_setting('kontor.ending', true) = 'on'
    and (to_jsonb(old) ->> tg_argv[0])::timestamptz <= now() - tg_argv[1]::interval then
    return old;
  end if;
  raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name using errcode = '0A000';
end
$$;

-- Lets rows of an append-only table end when their time is over, by retention.end_rows and by nothing else.
create function tenancy.endable(walled regclass, aged_by text, at_least interval) returns void language plpgsql as $$
begin
  if walled::text like 'privacy.audit%' then
    raise exception 'the audit log never ends' using errcode = '0A000';
  end if;
  execute format('drop trigger never_changed on %s', walled);
  execute format(
    'create trigger never_changed before update or delete on %s for each row execute function tenancy.refuse_change(%L, %L)',
    walled, aged_by, at_least::text);
end
$$;

-- The same for a row that is changed in its lifetime and that a log belongs to: it is removed no other way.
create function tenancy.endable_with_its_log(walled regclass, aged_by text, at_least interval) returns void language plpgsql as $$
begin
  execute format('revoke delete, truncate on %s from kontor_runtime', walled);
  execute format(
    'create trigger never_removed before delete on %s for each row execute function tenancy.refuse_change(%L, %L)',
    walled, aged_by, at_least::text);
end
$$;
