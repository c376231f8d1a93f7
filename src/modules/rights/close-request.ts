import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import { getPlan, withdrawErasure } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { vault } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { move, takeRequest } from './move.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import { isAnsweredInWords } from './request.ts';
import type { Denial, RequestId } from './request.ts';
import { request } from './tables.ts';
import { tellAsker } from './tell-asker.ts';

const sealAnswer = (ctx: Context, row: RequestRow, text: string): Promise<RequestRow['answer'] & object> =>
  vault.seal(ctx, request, 'answer', row, { text });

/** What says something is wrong and was not put right yet. */
const isUnread = ({ kind, planId }: RequestRow): boolean => kind === 'rectify' && planId === null;

/**
 * Answers a question, or the objection to an automatic decision, in words and closes it.
 *
 * What has to be carried out is not closed by words alone, unless nothing is left to carry out.
 * Refuses: rights.noRequest, rights.answerMissing, rights.mustBeCarriedOut, rights.wrongState, rights.changedMeanwhile.
 * Announces: rights.fulfilled. Source: clause OC-52.
 */
export async function answerRequest(
  ctx: Context,
  id: RequestId,
  { text, ifVersion }: { text: string; ifVersion?: number },
): Promise<RequestRow> {
  const row = await takeRequest(ctx, id, ifVersion);
  if (!text.trim()) throw refuse.answerMissing({ field: 'text' });
  const isWordy = isAnsweredInWords(row.kind) || row.kind === 'object' || isUnread(row);
  if (!isWordy) throw refuse.mustBeCarriedOut({ kind: row.kind });
  const closed = await move(ctx, row, 'fulfil', {
    name: 'answered',
    change: { answer: await sealAnswer(ctx, row, text) },
  });
  await tellAsker(ctx, closed, { kind: 'answered', values: { text } });
  ctx.audit({ action: 'rights.answered', on: { table: 'rights.request', id } });
  ctx.emit(facts.fulfilled({ requestId: id, kind: row.kind }));
  return closed;
}

/**
 * Says no, with the reason and where to complain.
 *
 * Refuses: rights.noRequest, rights.answerMissing, rights.wrongState, rights.changedMeanwhile. Announces: rights.denied.
 * Source: GDPR art. 12(4), 12(5).
 */
export async function refuseRequest(
  ctx: Context,
  id: RequestId,
  { reason, text, ifVersion }: { reason: Denial; text: string; ifVersion?: number },
): Promise<RequestRow> {
  const row = await takeRequest(ctx, id, ifVersion);
  if (!text.trim()) throw refuse.answerMissing({ field: 'text' });
  const closed = await move(ctx, row, 'deny', {
    name: 'denied',
    change: { reason, answer: await sealAnswer(ctx, row, text) },
    details: { reason },
  });
  await tellAsker(ctx, closed, { kind: 'denied', because: reason, values: { text } });
  ctx.audit({ action: 'rights.denied', on: { table: 'rights.request', id }, details: { reason } });
  ctx.emit(facts.denied({ requestId: id, reason }));
  return closed;
}

/**
 * Takes a request back, as long as nothing was done about it.
 *
 * Refuses: rights.noRequest, rights.calledOff (the erasure has begun), rights.wrongState. Announces: rights.revoked.
 */
export async function revokeRequest(ctx: Context, id: RequestId): Promise<RequestRow> {
  const row = await takeRequest(ctx, id);
  if (row.planId !== null) await withdrawPlan(ctx, row.planId);
  const closed = await move(ctx, row, 'revoke', { name: 'revoked' });
  await tellAsker(ctx, closed, { kind: 'revoked' });
  ctx.audit({ action: 'rights.revoked', on: { table: 'rights.request', id } });
  ctx.emit(facts.revoked({ requestId: id }));
  return closed;
}

async function withdrawPlan(ctx: Context, planId: string): Promise<void> {
  const id = asId<ErasureId>(planId);
  const plan = await getPlan(ctx, id);
  if (plan.state !== 'planned') throw refuse.calledOff();
  await withdrawErasure(ctx, id);
}

/** Closes a request whose asker never showed who they are, and says so once. Source: GDPR art. 11(2), 12(6). */
export async function expireRequest(ctx: Context, id: RequestId): Promise<void> {
  const row = await takeRequest(ctx, id);
  if (row.state !== 'awaiting_identity') return;
  const closed = await move(ctx, row, 'expire', { name: 'expired', change: { reason: 'not-proven' } });
  await tellAsker(ctx, closed, { kind: 'expired' });
}
