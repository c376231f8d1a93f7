import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { snakeCase } from '#kernel/registry.ts';
import type { Table } from '#kernel/registry.ts';
import type { Anchor, Clock } from './clock.ts';
import type { Stretch } from './due.ts';
import type { Locks } from './lock.ts';

// Tables and columns are named by the registry, never by anybody outside; whose rows it is stands in every statement.

export interface DueRow {
  readonly id: string;
  readonly anchor: Date;
  readonly subjects: readonly SubjectId[];
}

export const nameOf = (table: Pick<Table, 'name'>): RawBuilder<unknown> =>
  sql.raw(
    table.name
      .split('.')
      .map((part) => `"${part}"`)
      .join('.'),
  );
const columnOf = (alias: string, column: string): RawBuilder<unknown> =>
  sql.raw(`${alias}."${snakeCase(column)}"`);

/** What names a row for the length of a statement or a transaction: its key, or else where it lies. */
const keyOf = (table: Table): RawBuilder<unknown> =>
  sql.raw('id' in table.columns ? 't.id::text' : 't.ctid::text');

function aboutColumns(table: Table): string[] {
  return Object.entries(table.columns).flatMap(([name, { spec }]) =>
    spec.kind === 'subject' && spec.reach === 'about' ? [name] : [],
  );
}

/** The rows of a clock with the instant they age from: `from … join …`. */
function fromClock(clock: Clock, anchor: Anchor): RawBuilder<unknown> {
  const joins = anchor.through.map(({ table, by, key }, index) => {
    const [here, there] = [index === 0 ? 't' : `p${index}`, `p${index + 1}`];
    return sql`join ${nameOf({ name: table })} as ${sql.raw(there)} on ${sql.raw(there)}.tenant_id = ${sql.raw(here)}.tenant_id and ${columnOf(there, key)} = ${columnOf(here, by)}`;
  });
  return sql`from ${nameOf(clock.table)} as t ${sql.join(joins, sql` `)} ${anchor.holdsUntilNext ? untilNext(clock.table, anchor.column, anchor.holdsUntilNext) : sql``}`;
}

/** When an answer stopped holding: the next about the same took its place, or its person was erased. */
function untilNext(
  table: Table,
  column: string,
  { about, number }: NonNullable<Anchor['holdsUntilNext']>,
): RawBuilder<unknown> {
  const [subject] = aboutColumns(table);
  const same = about.map((column) => sql`${columnOf('n', column)} = ${columnOf('t', column)}`);
  return sql`left join lateral (select ${columnOf('n', column)} as at from ${nameOf(table)} as n
      where n.tenant_id = t.tenant_id and ${sql.join(same, sql` and `)} and ${columnOf('n', number)} > ${columnOf('t', number)}
      order by ${columnOf('n', number)} limit 1) as replaced on true
    left join privacy.subject as s on s.tenant_id = t.tenant_id and s.id = ${columnOf('t', subject ?? 'subjectId')} and s.state = 'erased'`;
}

/** The instant from which a row of the clock ages; none while nothing has started it. */
function anchorColumn(anchor: Anchor): RawBuilder<unknown> {
  const own = columnOf(anchor.through.length === 0 ? 't' : `p${anchor.through.length}`, anchor.column);
  if (anchor.holdsUntilNext)
    return sql`(case when coalesce(replaced.at, s.ended_at) is not null then greatest(${own}, coalesce(replaced.at, s.ended_at)) end)`;
  if (!anchor.entries) return own;
  const youngest = anchor.entries.map(
    ({ table, by, column }) =>
      sql`(select max(${columnOf('l', column)}) from ${nameOf({ name: table })} as l where l.tenant_id = t.tenant_id and ${columnOf('l', by)} = t.id)`,
  );
  return sql`(case when ${own} is not null then greatest(${own}, ${sql.join(youngest)}) end)`;
}

/** Rows that still have what the clock ends, and are not in use. */
function living(clock: Clock): RawBuilder<unknown> {
  const stays = clock.table.rules.staysWhile;
  const unused = stays === undefined ? sql`true` : sql`${columnOf('t', stays)} is null`;
  if (clock.end === 'delete row') return unused;
  const full = clock.columns.map((column) =>
    clock.table.columns[column]?.spec.kind === 'searchTokens'
      ? sql`cardinality(${columnOf('t', column)}) > 0`
      : sql`${columnOf('t', column)} is not null`,
  );
  return sql`${unused} and (${sql.join(full, sql` or `)})`;
}

const within = (anchor: Anchor, stretches: readonly Stretch[]): RawBuilder<unknown> =>
  stretches.length === 0
    ? sql`false`
    : sql`(${sql.join(
        stretches.map(
          // The database counts microseconds, our clock milliseconds: the last millisecond is due whole.
          ({ from, to }) =>
            sql`${anchorColumn(anchor)} >= ${from} and ${anchorColumn(anchor)} < ${new Date(to.getTime() + 1)}`,
        ),
        sql` or `,
      )})`;

/** Standing holds over the rows of a clock. */
function heldBy(ctx: Context, clock: Clock): RawBuilder<unknown> {
  if (clock.end === 'delete row')
    return sql`exists (select from retention.hold_row as r join retention.hold as h on h.tenant_id = ${ctx.tenant.id} and h.id = r.hold_id and h.released_at is null
      where r.tenant_id = ${ctx.tenant.id} and r.on_table = ${clock.table.name} and r.on_id = ${keyOf(clock.table)})`;
  return sql`exists (select from retention.hold as h where h.tenant_id = ${ctx.tenant.id} and h.released_at is null
    and h.on_table = ${clock.table.name} and h.on_id = ${keyOf(clock.table)} and (h.fields = '{}' or h.fields && ${[...clock.columns]}::text[]))`;
}

/** Rows about colleagues: they go only when a person says so. */
function aboutStaff(ctx: Context, table: Table): RawBuilder<unknown> {
  const [first] = aboutColumns(table);
  if (first === undefined) return sql`false`;
  return sql`exists (select from privacy.subject as s where s.tenant_id = ${ctx.tenant.id} and s.id = ${columnOf('t', first)} and s.role = 'staff')`;
}

export type Lane = 'everybody' | 'colleagues' | 'both';

const laneOf = (ctx: Context, clock: Clock, lane: Lane): RawBuilder<unknown> =>
  lane === 'both'
    ? sql`true`
    : lane === 'colleagues'
      ? aboutStaff(ctx, clock.table)
      : sql`not ${aboutStaff(ctx, clock.table)}`;

/** How many rows of a clock are due, and how many of those are held. */
export async function countDue(
  ctx: Context,
  clock: Clock,
  anchor: Anchor,
  stretches: readonly Stretch[],
  lane: Lane,
): Promise<{ due: number; held: number }> {
  const { rows } = await sql<{ due: number; held: number }>`
    select count(*) filter (where not d.held)::int as due, count(*) filter (where d.held)::int as held
    from (select ${heldBy(ctx, clock)} as held ${fromClock(clock, anchor)}
      where t.tenant_id = ${ctx.tenant.id} and ${within(anchor, stretches)} and ${living(clock)} and ${laneOf(ctx, clock, lane)}) as d`.execute(
    ctx.tx,
  );
  return rows[0] ?? { due: 0, held: 0 };
}

interface Taking {
  readonly of: Clock;
  readonly anchor: Anchor;
  readonly stretches: readonly Stretch[];
  readonly lane: Lane;
  readonly locks: Locks;
}

/** Some due rows that nothing holds, oldest first, kept for this transaction. */
export async function takeDue(
  ctx: Context,
  { of: clock, anchor, stretches, lane, locks }: Taking,
  limit: number,
): Promise<DueRow[]> {
  // Rows of a log never change, and may not be locked: runs take turns instead.
  const kept = locks.get(clock.table.name)?.isLog === true ? sql`` : sql`for update of t skip locked`;
  const about = aboutColumns(clock.table).map((column) => columnOf('t', column));
  const subjects = about.length === 0 ? sql`array[]::uuid[]` : sql`array[${sql.join(about)}]::uuid[]`;
  const { rows } = await sql<{ id: string; anchor: Date; subjects: (SubjectId | null)[] }>`
    select ${keyOf(clock.table)} as id, ${anchorColumn(anchor)} as anchor, ${subjects} as subjects ${fromClock(clock, anchor)}
    where t.tenant_id = ${ctx.tenant.id} and ${within(anchor, stretches)} and ${living(clock)} and ${laneOf(ctx, clock, lane)}
      and not ${heldBy(ctx, clock)}
    order by anchor, id limit ${limit} ${kept}`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, subjects: row.subjects.filter((one) => one !== null) }));
}

/** How many rows the table has for the tenant. */
export async function countAll(ctx: Context, table: Table): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${nameOf(table)} as t where t.tenant_id = ${ctx.tenant.id}`.execute(
    ctx.tx,
  );
  return rows[0]?.total ?? 0;
}

/** Deletes rows; what belongs to them goes along. */
export async function deleteRows(ctx: Context, table: Table, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ one: number }>`
    delete from ${nameOf(table)} as t where t.tenant_id = ${ctx.tenant.id} and ${keyOf(table)} = any(${[...ids]}) returning 1 as one`.execute(
    ctx.tx,
  );
  return rows.length;
}

/** Empties columns of rows; the rows stay, naming nobody. */
export async function clearColumns(ctx: Context, clock: Clock, ids: readonly string[]): Promise<number> {
  const sets = clock.columns.map((column) => {
    const name = sql.raw(`"${snakeCase(column)}"`);
    return clock.table.columns[column]?.spec.kind === 'searchTokens'
      ? sql`${name} = '{}'`
      : sql`${name} = null`;
  });
  const { rows } = await sql<{ one: number }>`
    update ${nameOf(clock.table)} as t set ${sql.join(sets)}
    where t.tenant_id = ${ctx.tenant.id} and ${keyOf(clock.table)} = any(${[...ids]}) returning 1 as one`.execute(
    ctx.tx,
  );
  return rows.length;
}

/** How many rows age from each day, for what falls when. Shape: day in UTC, oldest first. */
export async function countByDay(
  ctx: Context,
  clock: Clock,
  anchor: Anchor,
): Promise<{ day: Date; count: number }[]> {
  const { rows } = await sql<{ day: Date; count: number }>`
    select date_trunc('day', ${anchorColumn(anchor)}, 'UTC') as day, count(*)::int as count ${fromClock(clock, anchor)}
    where t.tenant_id = ${ctx.tenant.id} and ${anchorColumn(anchor)} is not null and ${living(clock)}
    group by 1 order by 1 limit 20000`.execute(ctx.tx);
  return rows;
}

/** Holds and runs of a tenant take turns: nothing is deleted while it is being held. */
export async function takeTurn(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`retention ${ctx.tenant.id}`}, 0))`.execute(
    ctx.tx,
  );
}
