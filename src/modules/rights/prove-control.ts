import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { contactOf } from './close-request.ts';
import { facts } from './facts.ts';
import { move, takeRequest } from './move.ts';
import { findRequest } from './queries.ts';
import type { RequestRow } from './queries.ts';
import { findProof } from './queries-visits.ts';
import type { ProofId } from './request.ts';
import { followLink, proofLink } from './sitting.ts';
import type { Sitting } from './sitting.ts';
import { startWork } from './start-work.ts';

/** Which request waits for a link to be followed; looking proves nothing. Shape: null when it only opens the centre, or is no longer good. */
export async function lookAtLink(ctx: Context, code: string): Promise<RequestRow | null> {
  const id = await vault.readLinkCode<ProofId>(ctx, proofLink, code);
  const proof = id && (await findProof(ctx, id));
  if (!proof?.requestId || proof.provenAt !== null || proof.expiresAt <= ctx.now) return null;
  return (await findRequest(ctx, proof.requestId)) ?? null;
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
  const contact = await contactOf(ctx, waiting);
  const proven = await move(ctx, waiting, 'prove', { name: 'proven', change: { provenAt: ctx.now } });
  ctx.emit(facts.proven({ requestId: proven.id }));
  return { token, request: await startWork(ctx, proven, contact) };
}
