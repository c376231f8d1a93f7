import type { Context } from '#kernel/context.ts';
import type { Finding } from '#kernel/module.ts';
import { sayChange } from './change.ts';
import { diffMaps } from './diff-maps.ts';
import { liveMap } from './live-map.ts';
import { findPublished } from './queries.ts';

/**
 * Whether what is published is what is so; says every difference as the reader of the policy would hear it.
 *
 * Shape: nothing where nothing is published: who says nothing says nothing untrue; `kontor policy --check` tells why.
 * Source: clause OK-22.
 */
export async function provePolicy(ctx: Context): Promise<readonly Finding[]> {
  const published = await findPublished(ctx);
  if (!published) return [];
  const changes = diffMaps(published.map, await liveMap(ctx));
  return changes.map((change) => ({
    says: `${sayChange(change, 'en').says} Version ${published.number} does not say so yet.`,
    rows: [],
  }));
}
