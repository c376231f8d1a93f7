import type { Context } from '#kernel/context.ts';
import { sendProofLink } from './open-request.ts';
import { contactOf } from './tell-asker.ts';
import { isCorrectable, saidIn } from './correct-as-asked.ts';
import { move, note, takeRequest } from './move.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import { isAnsweredInWords } from './request.ts';
import type { Kind, RequestId, Wish } from './request.ts';
import { updateWish } from './queries.ts';

/**
 * Lets the house carry a request out, after a look at its plan; an erasure that cools off goes on cooling off.
 *
 * Refuses: rights.noRequest, rights.notProven, rights.answerMissing (it is answered in words), rights.wrongState,
 * rights.changedMeanwhile.
 */
export async function approveRequest(
  ctx: Context,
  id: RequestId,
  { wish, ifVersion }: { wish?: Wish; ifVersion?: number } = {},
): Promise<RequestRow> {
  const row = await takeRequest(ctx, id, ifVersion);
  if (row.provenAt === null) throw refuse.notProven();
  if (isAnsweredInWords(row.kind)) throw refuse.answerMissing();
  if (row.closedAt !== null || row.state === 'awaiting_processor')
    throw refuse.wrongState({ state: row.state });
  const wanted = { ...row.wish, ...wish };
  if (row.kind === 'rectify' && !isCorrectable(wanted, await saidIn(ctx, row))) throw refuse.answerMissing();
  if (wish) await updateWish(ctx, id, wanted);
  const isCooling = row.coolsUntil !== null && row.coolsUntil > ctx.now;
  ctx.audit({ action: 'rights.approved', on: { table: 'rights.request', id } });
  return note(ctx, row, {
    name: 'approved',
    change: { approvedAt: ctx.now, runAt: isCooling ? row.coolsUntil : ctx.now },
  });
}

/**
 * Says what a question really asks for: the clock goes on from when it came, and a link asks for the proof that is missing.
 *
 * Refuses: rights.noRequest, rights.wrongState, rights.changedMeanwhile. Source: clause OK-19.
 */
export async function readAs(
  ctx: Context,
  id: RequestId,
  { kind, ifVersion }: { kind: Kind; ifVersion?: number },
): Promise<RequestRow> {
  if (kind === 'question') throw refuse.wrongState({ kind });
  const row = await takeRequest(ctx, id, ifVersion);
  if (row.kind !== 'question' || row.provenAt !== null) throw refuse.wrongState({ kind: row.kind });
  const contact = await contactOf(ctx, row);
  const asked = await move(ctx, row, 'ask proof', { name: 'read as', change: { kind }, details: { kind } });
  await sendProofLink(ctx, asked, contact.email);
  ctx.audit({ action: 'rights.readAs', on: { table: 'rights.request', id }, details: { kind } });
  return asked;
}
