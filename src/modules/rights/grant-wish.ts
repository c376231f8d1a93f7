import type { Context } from '#kernel/context.ts';
import { consentsOf, objectTo, stopAll, withdrawConsent } from '#modules/privacy/index.ts';
import { purposes } from '#kernel/registry.ts';
import type { Purpose } from '#kernel/registry.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { refuseRequest } from './close-request.ts';
import { facts } from './facts.ts';
import { keptWords } from './kept-words.ts';
import { move, takeRequest } from './move.ts';
import { atTheirWish, peopleOf } from './people.ts';
import type { RequestRow } from './queries.ts';
import { wishOf, wishTexts } from './wish-texts.ts';
import { isNeeded } from './request.ts';
import type { RequestId } from './request.ts';
import { tellAsker } from './tell-asker.ts';

/**
 * Objects, withdraws or opts out for whom the request is about, effective when this commits.
 *
 * Announces: rights.fulfilled. Source: GDPR art. 7(3), 21; 11 CCR 7026; clauses OK-9, KC-26, KC-29.
 */
export async function grantWish(ctx: Context, id: RequestId): Promise<void> {
  const row = await takeRequest(ctx, id);
  if (row.closedAt !== null) return;
  const people = await peopleOf(ctx, row);
  const { persons, colleagues } = await atTheirWish(ctx, people.released);
  if (persons.length === 0 && colleagues > 0) {
    await refuseRequest(ctx, id, { reason: 'no-ground', text: keptWords[row.locale].worksHere });
    return;
  }
  if (row.kind === 'object' && isNeeded(row.wish.purpose)) {
    await refuseRequest(ctx, id, { reason: 'no-ground', text: keptWords[row.locale].needed });
    return;
  }
  const done = persons.length === 0 ? 'nothing' : 'done';
  await apply(ctx, row, persons);
  const closed = await move(ctx, row, 'fulfil', {
    name: 'fulfilled',
    change: persons.length === 0 ? { reason: 'nothing-held' } : {},
    details: { persons: persons.length },
  });
  await tellAsker(ctx, closed, { kind: done, values: { text: wishTexts[row.locale][wishOf(row)] } });
  ctx.audit({ action: 'rights.fulfilled', on: { table: 'rights.request', id }, details: { kind: row.kind } });
  ctx.emit(facts.fulfilled({ requestId: id, kind: row.kind }));
}

async function apply(ctx: Context, row: RequestRow, persons: readonly SubjectId[]): Promise<void> {
  const { kind, wish } = row;
  if (persons.length === 0) return;
  for (const subject of persons) {
    if (kind === 'withdraw') await withdrawAll(ctx, subject, wish.purpose);
    if (kind === 'object' || kind === 'opt-out') {
      const purpose = kind === 'opt-out' ? 'advertise' : purposeIn(wish.purpose);
      if (purpose === 'marketing' || kind === 'opt-out') await stopAll(ctx, subject, 'privacy centre');
      if (purpose) await objectTo(ctx, { subject, purpose, ui: 'privacy centre' });
    }
  }
}

/** Withdrawing without saying what for takes back everything that was ever granted. */
async function withdrawAll(ctx: Context, subject: SubjectId, named: string | undefined): Promise<void> {
  const wanted = purposeIn(named);
  const granted = (await consentsOf(ctx, subject)).filter(({ state }) => state === 'granted');
  for (const { purpose } of granted)
    if (wanted === undefined || wanted === purpose)
      await withdrawConsent(ctx, { subject, purpose, ui: 'privacy centre' });
  if (wanted === undefined || wanted === 'marketing') await stopAll(ctx, subject, 'privacy centre');
}

const purposeIn = (text: string | undefined): Purpose | undefined =>
  text !== undefined && Object.hasOwn(purposes, text) ? (text as Purpose) : undefined;
