import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { rowsOf } from '#kernel/rows-of.ts';
import type { Account, Journal, JournalId, Posting, PostingId } from './journal.ts';
import type { LedgerRows } from './tables.ts';

const rows = (ctx: Context): Kysely<LedgerRows> => ctx.tx;

/** Books journal and postings in one statement. Shape: false when this event was booked before. */
export async function insertJournal(ctx: Context, journal: Journal): Promise<boolean> {
  const booked = await rowsOf<{ id: string }>(ctx)`
    with booked as (
      insert into ledger.journal (tenant_id, id, source_type, source_id, kind, currency, booked_at)
      values (${ctx.tenant.id}, ${newId<JournalId>()}, ${journal.source.type}, ${journal.source.id}, ${journal.kind},
              ${journal.currency}, ${ctx.now})
      on conflict (tenant_id, source_type, source_id, kind) do nothing
      returning id, currency, booked_at
    )
    insert into ledger.posting (tenant_id, id, journal_id, account, currency, minor, booked_at)
    select ${ctx.tenant.id}::uuid, line.id, booked.id, line.account, booked.currency, line.minor, booked.booked_at
    from booked, unnest(${journal.postings.map(() => newId<PostingId>())}::uuid[],
      ${journal.postings.map(({ account }) => account)}::text[],
      ${journal.postings.map(({ minor }) => minor.toString())}::bigint[]) as line (id, account, minor)
    returning ledger.posting.id`;
  return booked.length > 0;
}

export interface BookedLine {
  readonly currency: string;
  readonly account: Account;
  readonly minor: bigint;
}

/** The lines that an event was booked with. */
export async function selectBooked(ctx: Context, journal: Journal): Promise<BookedLine[]> {
  const lines = await rows(ctx)
    .selectFrom('ledger.journal as journal')
    .innerJoin('ledger.posting as posting', (join) =>
      join.onRef('posting.tenantId', '=', 'journal.tenantId').onRef('posting.journalId', '=', 'journal.id'),
    )
    .select(['posting.currency', 'posting.account', 'posting.minor'])
    .where('journal.sourceType', '=', journal.source.type)
    .where('journal.sourceId', '=', journal.source.id)
    .where('journal.kind', '=', journal.kind)
    .execute();
  return lines as BookedLine[];
}

export interface Balance {
  readonly account: Account;
  readonly currency: string;
  readonly minor: bigint;
}

/** Balances before an instant: the last closing plus everything since. */
export async function selectBalances(ctx: Context, before: Date): Promise<Balance[]> {
  const found = await sql<{ account: Account; currency: string; minor: string }>`
    with last as (
      select max(c.day) as day from ledger.closing c
      where c.tenant_id = ${ctx.tenant.id} and (c.day + 1)::timestamp at time zone 'UTC' <= ${before}
    ), lines as (
      select c.account, c.currency, c.minor from ledger.closing c, last
      where c.tenant_id = ${ctx.tenant.id} and c.day = last.day
      union all
      select p.account, p.currency, p.minor from ledger.posting p, last
      where p.tenant_id = ${ctx.tenant.id} and p.booked_at < ${before}
        and p.booked_at >= coalesce((last.day + 1)::timestamp at time zone 'UTC', '-infinity')
    )
    select account, currency, sum(minor)::text as minor from lines
    group by account, currency order by currency, account`.execute(ctx.tx);
  return found.rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
}

export async function insertClosing(ctx: Context, day: string, balances: readonly Balance[]): Promise<void> {
  if (balances.length === 0) return;
  await rows(ctx)
    .insertInto('ledger.closing')
    .values(balances.map((balance) => ({ day, ...balance })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Is there anything to close: a posting on or before the day and after the last closing. */
export async function hasOpenPostings(ctx: Context, day: string): Promise<boolean> {
  const found = await sql<{ open: boolean }>`
    select exists (
      select 1 from ledger.posting p
      where p.tenant_id = ${ctx.tenant.id} and p.booked_at < (${day}::date + 1)::timestamp at time zone 'UTC'
        and p.booked_at >= coalesce(
          (select (max(c.day) + 1)::timestamp at time zone 'UTC' from ledger.closing c
           where c.tenant_id = ${ctx.tenant.id}), '-infinity')
    ) as open`.execute(ctx.tx);
  return found.rows[0]?.open === true;
}

export interface StatementLine {
  readonly id: PostingId;
  readonly journalId: JournalId;
  readonly bookedAt: Date;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly kind: string;
  readonly minor: bigint;
}

/** Newest first; `after` is the last line already seen. */
export async function selectStatement(
  ctx: Context,
  asked: {
    account: Account;
    currency: string;
    limit: number;
    after?: { bookedAt: Date; id: string } | undefined;
  },
): Promise<StatementLine[]> {
  const after = asked.after;
  return rows(ctx)
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.journal as journal', (join) =>
      join.onRef('journal.tenantId', '=', 'posting.tenantId').onRef('journal.id', '=', 'posting.journalId'),
    )
    .select(['posting.id', 'posting.journalId', 'posting.bookedAt', 'posting.minor'])
    .select(['journal.sourceType', 'journal.sourceId', 'journal.kind'])
    .where('posting.account', '=', asked.account)
    .where('posting.currency', '=', asked.currency)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(posting.booked_at, posting.id) < (${after?.bookedAt}, ${after?.id}::uuid)`),
    )
    .orderBy('posting.bookedAt', 'desc')
    .orderBy('posting.id', 'desc')
    .limit(asked.limit)
    .execute();
}

export interface SourceLine extends Posting {
  readonly journalId: JournalId;
  readonly kind: string;
  readonly currency: string;
  readonly bookedAt: Date;
}

/** Everything that was booked for one order, payment or refund, oldest first. */
export async function selectJournals(ctx: Context, source: Journal['source']): Promise<SourceLine[]> {
  const lines = await rows(ctx)
    .selectFrom('ledger.journal as journal')
    .innerJoin('ledger.posting as posting', (join) =>
      join.onRef('posting.tenantId', '=', 'journal.tenantId').onRef('posting.journalId', '=', 'journal.id'),
    )
    .select(['journal.id as journalId', 'journal.kind', 'journal.currency', 'journal.bookedAt'])
    .select(['posting.account', 'posting.minor'])
    .where('journal.sourceType', '=', source.type)
    .where('journal.sourceId', '=', source.id)
    .orderBy('journal.bookedAt')
    .orderBy('posting.id')
    .execute();
  return lines as SourceLine[];
}
