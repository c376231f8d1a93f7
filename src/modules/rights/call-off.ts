import type { Context } from '#kernel/context.ts';
import { vault } from '#modules/privacy/index.ts';
import { revokeRequest } from './close-request.ts';
import { takeRequest } from './move.ts';
import type { RequestRow } from './queries.ts';
import { findRequest } from './queries.ts';
import { refuse } from './refuse.ts';
import type { RequestId } from './request.ts';
import { undoLink } from './start-work.ts';

/** The erasure that a link from its mail names. Refuses: rights.linkGone. */
export async function lookAtUndo(ctx: Context, code: string): Promise<RequestRow> {
  const id = await vault.readLinkCode<RequestId>(ctx, undoLink, code);
  const row = id && (await findRequest(ctx, id));
  if (!row) throw refuse.linkGone();
  return row;
}

/**
 * Calls an erasure off with the link from its mail; every address that loses something got one. Done twice it is done once.
 *
 * Refuses: rights.linkGone, rights.calledOff. Announces: rights.revoked.
 */
export async function callOff(ctx: Context, code: string): Promise<void> {
  const { id } = await lookAtUndo(ctx, code);
  const row = await takeRequest(ctx, id);
  if (row.state === 'revoked') return;
  if (row.closedAt !== null || row.state === 'awaiting_processor') throw refuse.calledOff();
  await revokeRequest(ctx, id);
}
