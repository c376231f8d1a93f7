import type { Context } from '#kernel/context.ts';
import { layTombstone } from '#modules/privacy/index.ts';
import type { NodeEnd } from './node-end.ts';
import type { Traces } from './traces.ts';

/** The longest that a tombstone lies, as the privacy module lays them. Units: milliseconds. */
const lyingMs = 3 * 365 * 86_400_000;

/**
 * Leaves keyed hashes by which a channel that brings the person again is refused; they name nobody.
 *
 * Shape: how many, and until when they lie. Source: privacy.md C7; GDPR art. 17, 11.
 */
export async function layTombstones(ctx: Context, traces: Traces): Promise<{ end: NodeEnd; count: number }> {
  const identifiers = [
    ...traces.emails.map((value) => ({ category: 'contact.email', value }) as const),
    ...traces.phones.map((value) => ({ category: 'contact.phone', value }) as const),
  ];
  for (const identifier of identifiers) await layTombstone(ctx, identifier);
  const until = new Date(ctx.now.getTime() + lyingMs);
  const end = { kind: 'retained', ground: 'law', cites: 'GDPR art. 17', until } as const;
  return { end, count: identifiers.length };
}
