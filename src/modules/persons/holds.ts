import type { Context } from '#kernel/context.ts';
import { heldRows, keptRows } from '#modules/retention/index.ts';

/** What of a row is held: all of it, some columns, or only that it is there, because something that belongs to it is held. */
export type Held = 'row' | readonly string[];

/** Those of a table's rows that a legal hold keeps, wholly or in part. Source: GDPR art. 17(3)(e). */
export async function heldAmong(
  ctx: Context,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  if (ids.length === 0) return new Map();
  const held = new Map<string, Held>();
  for (const id of (await keptRows(ctx, table, ids)).keys()) held.set(id, []);
  for (const [id, holds] of await heldRows(ctx, table, ids)) {
    const isWhole = holds.some(({ fields }) => fields.length === 0);
    held.set(id, isWhole ? 'row' : holds.flatMap(({ fields }) => fields));
  }
  return held;
}
