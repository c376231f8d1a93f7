-- A posting is written in the transaction that wrote its journal, or not at all. So the sum is asked for once for each
-- journal at COMMIT, and not once more for each of its postings. What was booked before carries 0.
alter table ledger.journal add column made_in xid8 not null default '0';
alter table ledger.journal alter column made_in set default pg_current_xact_id();
alter table ledger.posting add column made_in xid8 not null default '0';
alter table ledger.posting alter column made_in set default pg_current_xact_id();

alter table ledger.journal add constraint journal_made_in unique (tenant_id, id, currency, booked_at, made_in);
alter table ledger.posting add constraint posting_of_journal foreign key (tenant_id, journal_id, currency, booked_at, made_in)
  references ledger.journal (tenant_id, id, currency, booked_at, made_in) on delete restrict;
alter table ledger.posting drop constraint posting_tenant_id_journal_id_currency_booked_at_fkey;
alter table ledger.journal drop constraint journal_tenant_id_id_currency_booked_at_key;

drop trigger posting_balances on ledger.posting;
create or replace function ledger.check_journal_balances() returns trigger language plpgsql as $$
declare
  total numeric;
  lines bigint;
begin
  select coalesce(sum(p.minor), 0), count(*) into total, lines
    from ledger.posting p where p.tenant_id = new.tenant_id and p.journal_id = new.id;
  if total <> 0 or lines < 2 then
    raise exception 'ledger.journal %: % postings that sum to %', new.id, lines, total using errcode = 'check_violation';
  end if;
  return null;
end
$$;
