import type { Context } from '#kernel/context.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { move, takeRequest } from './move.ts';
import { findRequest } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { findProof } from './queries-visits.ts';
import { refuse } from './refuse.ts';
import type { ProofId } from './request.ts';
import { followLink, proofLink } from './sitting.ts';
import type { Sitting } from './sitting.ts';
import { startWork } from './start-work.ts';
import { proofOfControl } from './tables.ts';

/**
 * Which address a link would prove, and which request waits for it; looking proves nothing.
 *
 * The address is shown masked, so that nobody adds a stranger's to their own by a link that somebody passed on to them.
 * Shape: the request is null when the link only opens the centre. Refuses: rights.linkGone, the same for a code that was
 * never ours.
 */
export async function lookAtLink(
  ctx: Context,
  code: string,
): Promise<{ address: string; request: RequestRow | null }> {
  const id = await vault.readLinkCode<ProofId>(ctx, proofLink, code);
  const proof = id && (await findProof(ctx, id));
  if (!proof || proof.provenAt !== null || proof.expiresAt <= ctx.now) throw refuse.linkGone();
  const { email } = await vault.open(ctx, proofOfControl, 'address', proof);
  const waiting = proof.requestId && (await findRequest(ctx, proof.requestId));
  return { address: maskAddress(email), request: waiting || null };
}

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
  const proven = await move(ctx, waiting, 'prove', { name: 'proven', change: { provenAt: ctx.now } });
  ctx.emit(facts.proven({ requestId: proven.id }));
  return { token, request: await startWork(ctx, proven) };
}
