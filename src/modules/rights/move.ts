import assert from 'node:assert/strict';
import type { Context } from '#kernel/context.ts';
import { insertEvent, lockRequest, updateRequest } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import { after, isClosed } from './request.ts';
import type { RequestId, State, Step } from './request.ts';

/** The house itself, when it carries requests on. */
export const runActor = { kind: 'system', id: 'rights.run', purpose: 'rights' } as const;

/** The request, held until the transaction ends. Refuses: rights.noRequest, rights.changedMeanwhile. */
export async function takeRequest(ctx: Context, id: RequestId, ifVersion?: number): Promise<RequestRow> {
  const row = await lockRequest(ctx, id);
  if (!row) throw refuse.noRequest();
  if (ifVersion !== undefined && ifVersion !== row.version) throw refuse.changedMeanwhile();
  return row;
}

/** Where the step leads. Refuses: rights.wrongState. */
export function stateAfter(row: Pick<RequestRow, 'state'>, step: Step): State {
  const next = after(row.state, step);
  if (next === undefined) throw refuse.wrongState({ state: row.state, step });
  return next;
}

interface Moving {
  readonly name: string;
  readonly change?: Parameters<typeof updateRequest>[2];
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Moves a request on and notes it in its log; a request that comes to its end is closed at this instant.
 *
 * Refuses: rights.wrongState.
 */
export async function move(
  ctx: Context,
  row: RequestRow,
  step: Step,
  { name, change = {}, details }: Moving,
): Promise<RequestRow> {
  const state = stateAfter(row, step);
  const ending = isClosed(state) ? { closedAt: ctx.now, runAt: null } : {};
  await updateRequest(ctx, row.id, { ...change, state, ...ending });
  await insertEvent(ctx, row.id, { name, state, ...(details && { details }) });
  return reread(ctx, row.id);
}

/** Notes something about a request that stays where it is. */
export async function note(
  ctx: Context,
  row: RequestRow,
  { name, change = {}, details }: Moving,
): Promise<RequestRow> {
  if (Object.keys(change).length > 0) await updateRequest(ctx, row.id, change);
  await insertEvent(ctx, row.id, { name, state: row.state, ...(details && { details }) });
  return reread(ctx, row.id);
}

async function reread(ctx: Context, id: RequestId): Promise<RequestRow> {
  const row = await lockRequest(ctx, id);
  assert(row, 'a request that was just changed is there');
  return row;
}
