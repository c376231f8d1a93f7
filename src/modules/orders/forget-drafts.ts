import type { Context } from '#kernel/context.ts';
import { knownUnderWay } from '#kernel/erasure.ts';
import { deleteDraftsById, lockOldDrafts } from './queries-drafts.ts';
import { order } from './tables.ts';

const draftDays = 30;
const batch = 500;

/**
 * Removes drafts that never became orders, with the people sealed in them; some at a time.
 *
 * A draft whose payment is still under way stays: money that comes late must find its order.
 * Shape: how many went; none when no more can go now.
 */
export async function forgetDrafts(ctx: Context): Promise<number> {
  const old = await lockOldDrafts(ctx, new Date(ctx.now.getTime() - draftDays * 86_400_000), batch);
  const awaited = new Set<string>();
  for (const { table, among } of knownUnderWay())
    if (table === order.name) for (const id of await among(ctx, old)) awaited.add(id);
  const gone = old.filter((id) => !awaited.has(id));
  if (gone.length > 0) await deleteDraftsById(ctx, gone);
  return gone.length;
}
