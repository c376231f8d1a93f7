import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Hold, HoldId } from './hold.ts';
import { referenceOf } from './place-hold.ts';
import { selectHolds, selectKeptRows } from './queries.ts';

/** Standing holds on rows of a table, by row. A hold may be on fields of it only: see `holdsFields`. */
export async function heldRows(
  ctx: Context,
  table: string,
  ids: readonly string[],
): Promise<Map<string, Hold[]>> {
  return Map.groupBy(await selectHolds(ctx, { table, ids }), (hold) => hold.onId);
}

/** Which rows must not be deleted, because they or something that would go with them is held. */
export async function keptRows(
  ctx: Context,
  table: string,
  ids: readonly string[],
): Promise<Map<string, HoldId>> {
  return new Map((await selectKeptRows(ctx, table, ids)).map(({ onId, holdId }) => [onId, holdId]));
}

/** Standing holds on anything about a person. */
export const holdsOf = (ctx: Context, subject: SubjectId): Promise<Hold[]> => selectHolds(ctx, { subject });

/** Every standing hold with what it is called. */
export async function listHolds(ctx: Context): Promise<(Hold & { readonly called: string | null })[]> {
  const holds = await selectHolds(ctx);
  return Promise.all(
    holds.map(async ({ reference, ...hold }) => ({
      ...hold,
      called: await referenceOf(ctx, { id: hold.id, reference }),
    })),
  );
}
