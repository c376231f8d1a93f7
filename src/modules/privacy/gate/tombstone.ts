import type { Context } from '#kernel/context.ts';
import type { Category } from '#kernel/registry.ts';
import { deleteOldTombstones, hasTombstone, upsertTombstone } from './queries-wishes.ts';
import { normalise } from '../search-text.ts';
import { keyedHash } from '../vault.ts';

/** What a person can be known again by. */
export interface Identifier {
  readonly category: Category;
  readonly value: string;
}

/** How long an erased person is kept from coming back through a channel. Units: days; three years. */
const tombstoneDays = 3 * 365;

/**
 * Remembers, as a keyed hash under a pepper of its own, that whoever is known by this was erased, so that no channel
 * brings them back. The hash leads back to nobody, and is itself forgotten after three years.
 *
 * Source: privacy.md C7, "tombstones are personal data"; GDPR art. 17, 11.
 */
export async function layTombstone(ctx: Context, { category, value }: Identifier): Promise<void> {
  const until = new Date(ctx.now.getTime() + tombstoneDays * 86_400_000);
  await upsertTombstone(ctx, category, await tombstoneHash(ctx, { category, value }), until);
}

/** Whether whoever is known by this was erased and must not come back through a channel. */
export async function isTombstoned(ctx: Context, { category, value }: Identifier): Promise<boolean> {
  return hasTombstone(ctx, category, await tombstoneHash(ctx, { category, value }));
}

/** Forgets tombstones whose time is over; a timed job. Shape: how many. */
export const sweepTombstones = (ctx: Context): Promise<number> => deleteOldTombstones(ctx);

const tombstoneHash = (ctx: Context, { category, value }: Identifier): Promise<Buffer> =>
  keyedHash(ctx, `tombstone|${category}`, normalise(category, value));
