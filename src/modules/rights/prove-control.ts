import type { Context } from '#kernel/context.ts';
import { contactOf } from './close-request.ts';
import { facts } from './facts.ts';
import { move, takeRequest } from './move.ts';
import type { RequestRow } from './queries.ts';
import { followLink } from './sitting.ts';
import type { Sitting } from './sitting.ts';
import { startWork } from './start-work.ts';

/**
 * Follows a mailed link: opens the privacy centre, and lets the request that waited for it go on.
 *
 * Refuses: rights.linkGone. Announces: rights.proven.
 */
export async function proveControl(
  ctx: Context,
  code: string,
  current?: Sitting,
): Promise<{ token: string | null; request: RequestRow | null }> {
  const { token, proof } = await followLink(ctx, code, current);
  if (!proof.requestId) return { token, request: null };
  const waiting = await takeRequest(ctx, proof.requestId);
  if (waiting.state !== 'awaiting_identity') return { token, request: waiting };
  const contact = await contactOf(ctx, waiting);
  const proven = await move(ctx, waiting, 'prove', { name: 'proven', change: { provenAt: ctx.now } });
  ctx.emit(facts.proven({ requestId: proven.id }));
  return { token, request: await startWork(ctx, proven, contact) };
}
