create schema ledger;

-- A journal is one event in the books: an order, a payment, a refund. Posting the same event twice is a no-op.
create table ledger.journal (
  tenant_id uuid not null,
  id uuid not null,
  source_type text not null check (length(source_type) between 1 and 60),
  source_id text not null check (length(source_id) between 1 and 100),
  kind text not null check (length(kind) between 1 and 60),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  booked_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, source_type, source_id, kind),
  unique (tenant_id, id, currency, booked_at)
);
select tenancy.append_only('ledger.journal');

-- Currency and time repeat the journal's, and the foreign key makes sure that they do: statements and balances
-- then read this one table.
create table ledger.posting (
  tenant_id uuid not null,
  id uuid not null,
  journal_id uuid not null,
  account text not null check (account ~ '^[a-z][a-z_]{1,40}$'),
  currency text not null,
  minor bigint not null check (minor <> 0),
  booked_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, journal_id, currency, booked_at)
    references ledger.journal (tenant_id, id, currency, booked_at) on delete restrict
);
create index posting_journal on ledger.posting (tenant_id, journal_id);
create index posting_account on ledger.posting (tenant_id, account, currency, booked_at, id);
create index posting_time on ledger.posting (tenant_id, booked_at);
select tenancy.append_only('ledger.posting');

-- The balance of every account at the end of a day (UTC), so that asking for balances stays cheap for ever.
create table ledger.closing (
  tenant_id uuid not null,
  day date not null,
  account text not null,
  currency text not null,
  minor bigint not null,
  primary key (tenant_id, day, account, currency)
);
select tenancy.append_only('ledger.closing');

-- The last net: the verb has checked the sum already. Per row, so that it stays with one tenant's rows.
create function ledger.check_journal_balances() returns trigger language plpgsql as $$
declare
  total numeric;
  lines bigint;
  journal uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  select coalesce(sum(p.minor), 0), count(*) into total, lines
    from ledger.posting p where p.tenant_id = new.tenant_id and p.journal_id = journal;
  if total <> 0 or lines < 2 then
    raise exception 'ledger.journal %: % postings that sum to %', journal, lines, total using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger journal_balances after insert on ledger.journal
  deferrable initially deferred for each row execute function ledger.check_journal_balances('id');
create constraint trigger posting_balances after insert on ledger.posting
  deferrable initially deferred for each row execute function ledger.check_journal_balances('journal_id');
