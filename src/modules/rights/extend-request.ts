import type { Context } from '#kernel/context.ts';
import { deadlineFrom } from '#modules/retention/index.ts';
import { profileOf } from '#profiles/profiles.ts';
import { facts } from './facts.ts';
import { move, note, stateAfter, takeRequest } from './move.ts';
import type { RequestRow } from './queries.ts';
import { refuse } from './refuse.ts';
import type { Delay, RequestId } from './request.ts';
import { tellAsker } from './tell-asker.ts';

interface Extending {
  readonly reason: Delay;
  /** What the asker is told about why. */
  readonly text: string;
  readonly ifVersion?: number;
}

/**
 * Takes longer over a request, once, within its first month, and tells the asker why and until when in the same breath.
 *
 * Refuses: rights.noRequest, rights.answerMissing, rights.tooLateToExtend, rights.wrongState,
 * rights.changedMeanwhile. Announces: rights.extended. Source: GDPR art. 12(3); clause KC-30; invariant P19.
 */
export async function extendRequest(
  ctx: Context,
  id: RequestId,
  { reason, text, ifVersion }: Extending,
): Promise<RequestRow> {
  const row = await takeRequest(ctx, id, ifVersion);
  if (!text.trim()) throw refuse.answerMissing({ field: 'text' });
  const isExtended = row.dueAt > row.monthEndsAt;
  if (isExtended || ctx.now > row.monthEndsAt) throw refuse.tooLateToExtend();
  const dueAt = extendedDue(ctx, row.receivedAt);
  if (dueAt <= row.dueAt) throw refuse.tooLateToExtend();
  const moving = {
    name: 'extended',
    change: { dueAt, reason, alarm: 'none' },
    details: { reason, until: dueAt.toISOString().slice(0, 10) },
  } as const;
  const isMoved = stateAfter(row, 'extend') !== row.state;
  const extended = isMoved ? await move(ctx, row, 'extend', moving) : await note(ctx, row, moving);
  await tellAsker(ctx, extended, { kind: 'extended', because: reason, values: { text } });
  ctx.audit({ action: 'rights.extended', on: { table: 'rights.request', id }, details: { reason } });
  ctx.emit(facts.extended({ requestId: id, reason }));
  return extended;
}

/** The profile's extension, and never more than two months on top of the first. */
function extendedDue(ctx: Context, receivedAt: Date): Date {
  const { deadline, extension } = profileOf(ctx.tenant).rights;
  const promised = deadlineFrom(ctx.tenant, receivedAt, {
    months: (deadline.months ?? 0) + (extension.months ?? 0),
    days: (deadline.days ?? 0) + (extension.days ?? 0),
  });
  const most = deadlineFrom(ctx.tenant, receivedAt, { months: 3 });
  return promised < most ? promised : most;
}
