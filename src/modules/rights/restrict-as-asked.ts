import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { asId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { getPlan, restrictPerson, tellCompanies } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { refuseRequest } from './close-request.ts';
import { keptWords } from './kept-words.ts';
import { note, runActor, takeRequest } from './move.ts';
import { atTheirWish, peopleOf } from './people.ts';
import type { RequestId } from './request.ts';
import { closeTold, settleTelling } from './settle-telling.ts';

/**
 * Lets the data of whom the request is about only be kept, or be used again, and has every company that got something
 * about them told; the person hears which ones were, and which refused.
 *
 * Killed anywhere and called again it goes on where it was. Announces: rights.fulfilled.
 * Source: GDPR art. 18, 19; clause K7-35.
 */
export async function restrictAsAsked(house: House, tenant: Tenant, id: RequestId): Promise<void> {
  const who = { tenant, actor: runActor };
  const planId = await unitOfWork(house, who, (ctx) => restrictHere(ctx, id));
  if (planId === undefined) return;
  await tellCompanies(house, tenant, planId);
  await unitOfWork(house, who, async (ctx) =>
    settleTelling(ctx, await takeRequest(ctx, id), await getPlan(ctx, planId)),
  );
}

/** Shape: the plan by which companies are told; undefined when there is nobody to tell. */
async function restrictHere(ctx: Context, id: RequestId): Promise<ErasureId | undefined> {
  const row = await takeRequest(ctx, id);
  if (row.closedAt !== null) return undefined;
  if (row.planId !== null) return asId<ErasureId>(row.planId);
  const people = await peopleOf(ctx, row);
  const { persons, colleagues } = await atTheirWish(ctx, people.released);
  if (persons.length === 0 && colleagues > 0) {
    await refuseRequest(ctx, id, { reason: 'no-ground', text: keptWords[row.locale].worksHere });
    return undefined;
  }
  const planId = persons.length === 0 ? null : await restrictPerson(ctx, persons, row.wish.on ?? true);
  if (planId === null) await closeTold(ctx, row, {}, persons.length === 0 ? 'nothing' : 'done');
  else
    await note(ctx, row, {
      name: row.wish.on === false ? 'released' : 'restricted',
      change: { planId, runAt: ctx.now },
    });
  return planId ?? undefined;
}
