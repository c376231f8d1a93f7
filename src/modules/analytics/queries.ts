import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { AnalyticsRows } from './tables.ts';
import type { ToldDay } from './publishable.ts';
import type { VisitPage } from './tally.ts';
import type { Dimension, Told } from './visit.ts';

const rows = (ctx: Context): Kysely<AnalyticsRows> => ctx.tx;

interface RunningCell {
  readonly dimension: Dimension;
  readonly key: string;
  readonly views: number;
  readonly sketch: Buffer;
}

export async function upsertRunning(
  ctx: Context,
  told: { readonly day: string; readonly process: string; readonly rows: readonly RunningCell[] },
): Promise<void> {
  if (told.rows.length === 0) return;
  const column = <Name extends keyof RunningCell>(name: Name): RunningCell[Name][] =>
    told.rows.map((row) => row[name]);
  await sql`
    insert into analytics.running (tenant_id, day, process, dimension, key, views, sketch, flushed_at)
    select ${ctx.tenant.id}::uuid, ${told.day}::date, ${told.process}::uuid, dimension, key, views, sketch, ${ctx.now}::timestamptz
    from unnest(${column('dimension')}::text[], ${column('key')}::text[], ${column('views')}::integer[],
      ${column('sketch')}::bytea[]) as new (dimension, key, views, sketch)
    on conflict (tenant_id, day, process, dimension, key)
    do update set views = excluded.views, sketch = excluded.sketch, flushed_at = excluded.flushed_at`.execute(
    ctx.tx,
  );
}

/** Stores which pages visits went through; of those that took their yes back, only that they did. */
export async function upsertVisitPages(
  ctx: Context,
  day: string,
  pages: readonly VisitPage[],
): Promise<void> {
  if (pages.length === 0) return;
  await sql`
    insert into analytics.visit_page (tenant_id, day, visit, page, seen_at)
    select ${ctx.tenant.id}::uuid, ${day}::date, visit, page, ${ctx.now}::timestamptz
    from unnest(${pages.map(({ visit }) => visit)}::bytea[], ${pages.map(({ page }) => page)}::text[]) as new (visit, page)
    on conflict (tenant_id, day, visit, page) do nothing`.execute(ctx.tx);
  const forgotten = pages.filter(({ page }) => page === '').map(({ visit }) => visit);
  if (forgotten.length > 0)
    await rows(ctx)
      .deleteFrom('analytics.visit_page')
      .where('day', '=', day)
      .where('visit', 'in', forgotten)
      .where('page', '<>', '')
      .execute();
}

/** Days before this one that still lie about in pieces, oldest first. */
export async function selectRunningDays(ctx: Context, before: string): Promise<string[]> {
  const found = await rows(ctx)
    .selectFrom('analytics.running')
    .select('day')
    .distinct()
    .where('day', '<', before)
    .union(rows(ctx).selectFrom('analytics.visit_page').select('day').distinct().where('day', '<', before))
    .execute();
  return found.map(({ day }) => day).toSorted();
}

export const selectRunning = (ctx: Context, day: string, dimension?: Dimension): Promise<RunningCell[]> =>
  rows(ctx)
    .selectFrom('analytics.running')
    .select(['dimension', 'key', 'views', 'sketch'])
    .where('day', '=', day)
    .$if(dimension !== undefined, (query) => query.where('dimension', '=', dimension as Dimension))
    .execute();

export const selectVisitPages = (ctx: Context, day: string): Promise<VisitPage[]> =>
  rows(ctx).selectFrom('analytics.visit_page').select(['visit', 'page']).where('day', '=', day).execute();

export async function deleteRunning(ctx: Context, day: string): Promise<void> {
  await rows(ctx).deleteFrom('analytics.running').where('day', '=', day).execute();
  await rows(ctx).deleteFrom('analytics.visit_page').where('day', '=', day).execute();
}

/** Shape: false when the day has been told before; it is told once. */
export async function insertDay(ctx: Context, day: string, told: ToldDay): Promise<boolean> {
  const made = await rows(ctx)
    .insertInto('analytics.day')
    .values({
      day,
      visitors: told.total?.visitors ?? null,
      views: told.total?.views ?? null,
      foldedAt: ctx.now,
    })
    .onConflict((clash) => clash.columns(['tenantId', 'day']).doNothing())
    .returning('day')
    .executeTakeFirst();
  if (!made) return false;
  for (let from = 0; from < told.cells.length; from += 1_000)
    await rows(ctx)
      .insertInto('analytics.cell')
      .values(told.cells.slice(from, from + 1_000).map((cell) => ({ day, ...cell })))
      .execute();
  return true;
}

export async function deleteDaysBefore(ctx: Context, day: string): Promise<void> {
  await rows(ctx).deleteFrom('analytics.day').where('day', '<', day).execute();
}

export interface StoredDay {
  readonly day: string;
  readonly visitors: number | null;
  readonly views: number | null;
}

export const selectDays = (ctx: Context, from: string, to: string): Promise<StoredDay[]> =>
  rows(ctx)
    .selectFrom('analytics.day')
    .select(['day', 'visitors', 'views'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();

export interface SummedCell {
  readonly dimension: Dimension;
  readonly key: string;
  readonly visitors: number | null;
  readonly views: number;
  readonly days: number;
}

/** What was told of the days, added up per heading: whoever came on two days counts on both. */
export async function sumCells(ctx: Context, from: string, to: string): Promise<SummedCell[]> {
  const found = await rows(ctx)
    .selectFrom('analytics.cell')
    .select((row) => [
      'dimension',
      'key',
      row.fn.sum<bigint | null>('visitors').as('visitors'),
      row.fn.sum<bigint>('views').as('views'),
      row.fn.countAll<bigint>().as('days'),
    ])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['dimension', 'key'])
    .orderBy('views', 'desc')
    .orderBy('key')
    .execute();
  return found.map((cell) => ({
    ...cell,
    visitors: cell.visitors === null ? null : Number(cell.visitors),
    views: Number(cell.views),
    days: Number(cell.days),
  }));
}

/** Shape: days, oldest first. */
export async function selectRawOlderThan(ctx: Context, at: Date): Promise<string[]> {
  const found = await rows(ctx)
    .selectFrom('analytics.running')
    .select('day')
    .distinct()
    .where('flushedAt', '<', at)
    .union(rows(ctx).selectFrom('analytics.visit_page').select('day').distinct().where('seenAt', '<', at))
    .execute();
  return found.map(({ day }) => day).toSorted();
}

export const selectSmallCells = (
  ctx: Context,
  under: number,
): Promise<Pick<Told & { day: string }, 'day' | 'dimension' | 'key'>[]> =>
  rows(ctx)
    .selectFrom('analytics.cell')
    .select(['day', 'dimension', 'key'])
    .where((row) => row.or([row('visitors', '<', under), row('views', '<', under)]))
    .limit(100)
    .execute();
