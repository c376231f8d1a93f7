import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { snakeCase } from '#kernel/registry.ts';
import type { KeyClass, Table } from '#kernel/registry.ts';
import { goesWithPerson } from './clock.ts';

/** Something of a person in a table: sealed under a class, found by an index, or a row about them that has a clock of its own. */
export interface Trace {
  readonly table: string;
  readonly by: string;
  readonly columns: readonly string[];
  /** `null`: no key is needed for it, but the person is not forgotten while it is there. */
  readonly class: KeyClass | null;
}

/** Where people leave traces, from the registry. */
export function tracesOf(tables: readonly Table[]): Trace[] {
  return tables
    .filter((table) => table.scope === 'tenant' && table.name !== 'retention.leftover')
    .flatMap((table) => {
      const sealed = Object.entries(table.columns).flatMap(([column, { spec }]): Trace[] =>
        spec.kind === 'sealed'
          ? [{ table: table.name, by: spec.of, columns: [column], class: spec.class }]
          : spec.kind === 'blindIndex'
            ? [{ table: table.name, by: spec.of, columns: [column], class: null }]
            : [],
      );
      const about = Object.entries(table.columns).find(
        ([, { spec }]) => spec.kind === 'subject' && spec.reach === 'about',
      )?.[0];
      const { retention, onErase } = table.rules;
      // Figures of the books and wishes about mail are no reason to know somebody.
      // Proof of what somebody agreed to outlives them: it begins to age when they are forgotten.
      const hasOwnClock =
        table.rules.holdsUntilNext !== undefined
          ? false
          : retention === undefined
            ? onErase === 'delete-row'
            : retention !== 'bookkeeping' && !goesWithPerson(table);
      return hasOwnClock && about !== undefined
        ? [...sealed, { table: table.name, by: about, columns: [], class: null }]
        : sealed;
    });
}

/** Which of these people a trace is left of. */
export async function selectTraced(
  ctx: Context,
  trace: Trace,
  subjects: readonly SubjectId[],
): Promise<SubjectId[]> {
  const name = sql.raw(
    trace.table
      .split('.')
      .map((part) => `"${part}"`)
      .join('.'),
  );
  const by = sql.raw(`t."${snakeCase(trace.by)}"`);
  const there = trace.columns.map((column) => sql`${sql.raw(`t."${snakeCase(column)}"`)} is not null`);
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct ${by} as subject from ${name} as t
    where t.tenant_id = ${ctx.tenant.id} and ${by} = any(${[...subjects]}::uuid[]) and ${there.length === 0 ? sql`true` : sql.join(there, sql` and `)}`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.subject);
}

/** Keeps people against writers until this transaction ends. Shape: those who are active or restricted, and met before. */
export async function lockPeople(
  ctx: Context,
  subjects: readonly SubjectId[],
  metBefore: Date,
): Promise<SubjectId[]> {
  const { rows } = await sql<{ id: SubjectId }>`
    select s.id from privacy.subject as s where s.tenant_id = ${ctx.tenant.id} and s.id = any(${[...subjects]}::uuid[])
      and s.state in ('active', 'restricted') and s.created_at < ${metBefore} order by s.id for update skip locked`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
}

export async function markForgotten(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  await sql`update privacy.subject as s set state = 'erased', ended_at = ${ctx.now}
    where s.tenant_id = ${ctx.tenant.id} and s.id = any(${[...subjects]}::uuid[])`.execute(ctx.tx);
}

/** Removes rows that last as long as we have to do with the person. */
export async function deleteOf(ctx: Context, table: Table, subjects: readonly SubjectId[]): Promise<void> {
  const about = Object.entries(table.columns).find(
    ([, { spec }]) => spec.kind === 'subject' && spec.reach === 'about',
  )?.[0];
  if (about === undefined) return;
  const name = sql.raw(
    table.name
      .split('.')
      .map((part) => `"${part}"`)
      .join('.'),
  );
  await sql`delete from ${name} as t where t.tenant_id = ${ctx.tenant.id} and ${sql.raw(`t."${snakeCase(about)}"`)} = any(${[...subjects]}::uuid[])`.execute(
    ctx.tx,
  );
}

/** How these people stand. Shape: whom the tenant does not know is absent. */
export async function selectStates(
  ctx: Context,
  subjects: readonly SubjectId[],
): Promise<Map<SubjectId, 'active' | 'restricted' | 'erasing' | 'erased'>> {
  const { rows } = await sql<{ id: SubjectId; state: 'active' | 'restricted' | 'erasing' | 'erased' }>`
    select s.id, s.state from privacy.subject as s where s.tenant_id = ${ctx.tenant.id} and s.id = any(${[...subjects]}::uuid[])`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** The next people of the slow walk, after a position. */
export async function selectPeopleAfter(
  ctx: Context,
  after: SubjectId | null,
  metBefore: Date,
  limit: number,
): Promise<SubjectId[]> {
  const { rows } = await sql<{ id: SubjectId }>`
    select s.id from privacy.subject as s where s.tenant_id = ${ctx.tenant.id} and (${after}::uuid is null or s.id > ${after}::uuid)
      and s.state in ('active', 'restricted') and s.created_at < ${metBefore} order by s.id limit ${limit}`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
}
