import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';

interface Doubt {
  readonly id: string;
}

/** Journals that do not sum to zero or have fewer than two lines. */
export async function selectUnbalanced(ctx: Context): Promise<string[]> {
  const found = await sql<Doubt>`
    select j.id from ledger.journal j
    left join ledger.posting p on p.tenant_id = j.tenant_id and p.journal_id = j.id
    where j.tenant_id = ${ctx.tenant.id}
    group by j.id having coalesce(sum(p.minor), 0) <> 0 or count(p.id) < 2
    limit 100`.execute(ctx.tx);
  return found.rows.map(({ id }) => id);
}

/** Closings, as `day account currency`, that differ from the sum of all postings up to their day. */
export async function selectWrongClosings(ctx: Context): Promise<string[]> {
  const found = await sql<Doubt>`
    with days as (
      select distinct c.day from ledger.closing c where c.tenant_id = ${ctx.tenant.id}
    ), per_day as (
      select p.account, p.currency, (p.booked_at at time zone 'UTC')::date as day, sum(p.minor) as minor
      from ledger.posting p where p.tenant_id = ${ctx.tenant.id} group by 1, 2, 3
    ), truth as (
      select d.day, s.account, s.currency, sum(s.minor) as minor
      from days d join per_day s on s.day <= d.day group by 1, 2, 3
    ), kept as (
      select c.day, c.account, c.currency, c.minor from ledger.closing c where c.tenant_id = ${ctx.tenant.id}
    )
    select coalesce(truth.day, kept.day)::text || ' ' || coalesce(truth.account, kept.account) || ' '
      || coalesce(truth.currency, kept.currency) as id
    from truth full join kept using (day, account, currency)
    where coalesce(truth.minor, 0) <> coalesce(kept.minor, 0)
    limit 100`.execute(ctx.tx);
  return found.rows.map(({ id }) => id);
}
