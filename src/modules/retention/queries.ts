import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { Id, SubjectId } from '#kernel/ids.ts';
import type { Hold, HoldId } from './hold.ts';
import type { ReceiptOutcome, RunId, RunState } from './run.ts';
import type { RetentionRows } from './tables.ts';

const rows = (ctx: Context): Kysely<RetentionRows> => ctx.tx;

const colleague = (ctx: Context): SubjectId | null =>
  ctx.actor.kind === 'staff' ? (ctx.actor.id as SubjectId) : null;

export async function insertRun(ctx: Context): Promise<RunId> {
  const id = newId<RunId>();
  await rows(ctx)
    .insertInto('retention.run')
    .values({ id, startedAt: ctx.now, finishedAt: null, startedBy: colleague(ctx), state: 'running' })
    .execute();
  return id;
}

export async function finishRun(ctx: Context, id: RunId, state: RunState): Promise<void> {
  await rows(ctx)
    .updateTable('retention.run')
    .set({ state, finishedAt: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** Runs whose process died are over: what they had done stands in their receipts. */
export async function endBrokenRuns(ctx: Context, before: Date): Promise<void> {
  await rows(ctx)
    .updateTable('retention.run')
    .set({ state: 'failed', finishedAt: ctx.now })
    .where('state', '=', 'running')
    .where('startedAt', '<', before)
    .execute();
}

export interface ReceiptRow {
  readonly runId: RunId;
  readonly clock: string;
  readonly outcome: ReceiptOutcome;
  readonly rows: number;
  readonly held: number;
  readonly total: number;
  readonly ground: string;
  readonly cites: string;
  readonly pack: string;
  readonly because: string | null;
}

export async function insertReceipt(ctx: Context, receipt: ReceiptRow): Promise<void> {
  await rows(ctx)
    .insertInto('retention.receipt')
    .values({ id: newId<Id<'retention receipt'>>(), ...receipt, at: ctx.now })
    .execute();
}

export async function selectRuns(ctx: Context, limit: number) {
  return rows(ctx)
    .selectFrom('retention.run')
    .select(['id', 'startedAt', 'finishedAt', 'startedBy', 'state'])
    .orderBy('startedAt', 'desc')
    .limit(limit)
    .execute();
}

export async function selectReceipts(ctx: Context, runs: readonly RunId[]) {
  return rows(ctx)
    .selectFrom('retention.receipt')
    .select([
      'runId',
      'clock',
      'outcome',
      'rows',
      'held',
      'total',
      'ground',
      'cites',
      'pack',
      'because',
      'at',
    ])
    .where('runId', '=', sql<RunId>`any(${[...runs]}::uuid[])`)
    .orderBy('id')
    .execute();
}

/** Clocks that were written down as blocked since then. */
export async function selectBlockedSince(ctx: Context, since: Date): Promise<Set<string>> {
  const found = await rows(ctx)
    .selectFrom('retention.receipt')
    .select('clock')
    .where('outcome', '=', 'blocked')
    .where('at', '>', since)
    .execute();
  return new Set(found.map((row) => row.clock));
}

/** A yes that is good for this clock and so many rows, used up by this run. */
export async function useApproval(ctx: Context, clock: string, due: number, run: RunId): Promise<boolean> {
  const open = await rows(ctx)
    .selectFrom('retention.approval')
    .select('id')
    .where('clock', '=', clock)
    .where('usedByRun', 'is', null)
    .where('upTo', '>=', due)
    .where('validUntil', '>', ctx.now)
    .orderBy('approvedAt')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!open) return false;
  await rows(ctx)
    .updateTable('retention.approval')
    .set({ usedByRun: run })
    .where('id', '=', open.id)
    .execute();
  return true;
}

export async function insertApproval(
  ctx: Context,
  clock: string,
  upTo: number,
  validUntil: Date,
): Promise<void> {
  await rows(ctx)
    .insertInto('retention.approval')
    .values({
      id: newId<Id<'retention approval'>>(),
      clock,
      upTo,
      approvedBy: colleague(ctx),
      approvedAt: ctx.now,
      validUntil,
      usedByRun: null,
    })
    .execute();
}

export async function selectOpenApprovals(ctx: Context) {
  return rows(ctx)
    .selectFrom('retention.approval')
    .select(['clock', 'upTo'])
    .where('usedByRun', 'is', null)
    .where('validUntil', '>', ctx.now)
    .execute();
}

export async function insertLeftovers(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  if (subjects.length === 0) return;
  await rows(ctx)
    .insertInto('retention.leftover')
    .values([...new Set(subjects)].map((subjectId) => ({ subjectId, since: ctx.now })))
    .onConflict((clash) => clash.columns(['tenantId', 'subjectId']).doUpdateSet({ since: ctx.now }))
    .execute();
}

export async function takeLeftovers(ctx: Context, before: Date, limit: number): Promise<SubjectId[]> {
  const found = await rows(ctx)
    .selectFrom('retention.leftover')
    .select('subjectId')
    .where('since', '<', before)
    .orderBy('since')
    .limit(limit)
    .execute();
  return found.map((row) => row.subjectId);
}

export async function deleteLeftovers(ctx: Context, subjects: readonly SubjectId[]): Promise<void> {
  await rows(ctx)
    .deleteFrom('retention.leftover')
    .where('subjectId', '=', sql<SubjectId>`any(${[...subjects]}::uuid[])`)
    .execute();
}

export async function selectWalk(ctx: Context): Promise<{ position: SubjectId | null } | undefined> {
  return rows(ctx).selectFrom('retention.walk').select('position').executeTakeFirst();
}

export async function saveWalk(ctx: Context, position: SubjectId | null): Promise<void> {
  await rows(ctx)
    .insertInto('retention.walk')
    .values({ position, roundAt: ctx.now })
    .onConflict((clash) =>
      clash.columns(['tenantId']).doUpdateSet({ position, ...(position === null && { roundAt: ctx.now }) }),
    )
    .execute();
}

const holdColumns = [
  'id',
  'onTable',
  'onId',
  'fields',
  'subjectId',
  'ground',
  'placedAt',
  'placedBy',
  'approvedBy',
  'approvedAt',
  'reviewAt',
  'releaseAskedBy',
  'releaseAskedAt',
] as const;

export async function insertHold(
  ctx: Context,
  hold: Pick<Hold, 'id' | 'onTable' | 'onId' | 'fields' | 'subjectId' | 'ground' | 'reviewAt'> & {
    readonly reference: Buffer | null;
  },
  kept: readonly { readonly table: string; readonly id: string }[],
): Promise<void> {
  await rows(ctx)
    .insertInto('retention.hold')
    .values({
      ...hold,
      fields: [...hold.fields],
      placedBy: colleague(ctx),
      placedAt: ctx.now,
      approvedBy: null,
      approvedAt: null,
      releaseAskedBy: null,
      releaseAskedAt: null,
      releasedBy: null,
      releasedAt: null,
    })
    .execute();
  await rows(ctx)
    .insertInto('retention.hold_row')
    .values(kept.map(({ table, id }) => ({ holdId: hold.id, onTable: table, onId: id })))
    .onConflict((clash) => clash.doNothing())
    .execute();
}

export async function findStandingHold(ctx: Context, id: HoldId): Promise<Hold | undefined> {
  return rows(ctx)
    .selectFrom('retention.hold')
    .select(holdColumns)
    .where('id', '=', id)
    .where('releasedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateHold(
  ctx: Context,
  id: HoldId,
  change: 'approved' | 'release asked' | 'released',
): Promise<void> {
  const by = colleague(ctx);
  await rows(ctx)
    .updateTable('retention.hold')
    .set(
      change === 'approved'
        ? { approvedBy: by, approvedAt: ctx.now }
        : change === 'release asked'
          ? { releaseAskedBy: by, releaseAskedAt: ctx.now }
          : { releasedBy: by, releasedAt: ctx.now },
    )
    .where('id', '=', id)
    .execute();
}

export async function selectHolds(
  ctx: Context,
  by: { readonly subject?: SubjectId; readonly table?: string; readonly ids?: readonly string[] } = {},
): Promise<(Hold & { readonly reference: Buffer | null })[]> {
  let query = rows(ctx)
    .selectFrom('retention.hold')
    .select([...holdColumns, 'reference'])
    .where('releasedAt', 'is', null);
  if (by.subject !== undefined) query = query.where('subjectId', '=', by.subject);
  if (by.table !== undefined) query = query.where('onTable', '=', by.table);
  if (by.ids !== undefined) query = query.where('onId', '=', sql<string>`any(${[...by.ids]}::text[])`);
  return query.orderBy('placedAt').orderBy('id').limit(1_000).execute();
}

/** Rows that may not be deleted, because a hold is on them or on something that would go with them. */
export async function selectKeptRows(
  ctx: Context,
  table: string,
  ids: readonly string[],
): Promise<{ onId: string; holdId: HoldId }[]> {
  return rows(ctx)
    .selectFrom('retention.hold_row as row')
    .innerJoin('retention.hold as hold', 'hold.id', 'row.holdId')
    .select(['row.onId', 'row.holdId'])
    .where('row.onTable', '=', table)
    .where('row.onId', '=', sql<string>`any(${[...ids]}::text[])`)
    .where('hold.releasedAt', 'is', null)
    .execute();
}
