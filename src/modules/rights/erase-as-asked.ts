import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { erasePersons, getPlan } from '#modules/persons/index.ts';
import type { Plan } from '#modules/persons/index.ts';
import { refuseRequest } from './close-request.ts';
import { facts } from './facts.ts';
import { move, note, runActor, takeRequest } from './move.ts';
import { outcomeOf } from './outcome-of-plan.ts';
import { keptBlocks } from './kept-blocks.ts';
import { keptWords } from './kept-words.ts';
import { atTheirWish, peopleOf } from './people.ts';
import { planFor } from './plan-for.ts';
import type { RequestRow } from './queries.ts';
import { deletePackagesAbout } from './queries-visits.ts';
import { later } from './request.ts';
import type { RequestId } from './request.ts';
import { tellAsker } from './tell-asker.ts';

const lookAgainMs = 10 * 60_000;

/**
 * Erases after the cooling-off, waits for companies that have to confirm, and tells the asker what is left and who was told.
 *
 * Announces: rights.fulfilled. Source: GDPR art. 17, 19; clauses OK-18, K7-34, KC-25.
 */
export async function eraseAsAsked(house: House, tenant: Tenant, id: RequestId): Promise<void> {
  const who = { tenant, actor: runActor };
  const planId = await unitOfWork(house, who, async (ctx) => {
    const row = await takeRequest(ctx, id);
    if (row.closedAt !== null) return undefined;
    const plan = await planFor(ctx, row);
    if (!plan) await closeWithNothing(ctx, await takeRequest(ctx, id));
    // A copy that lies ready is everything about them once more.
    else await deletePackagesAbout(ctx, plan.subjects);
    return plan?.id;
  });
  if (planId === undefined) return;
  await erasePersons(house, tenant, planId);
  await unitOfWork(house, who, async (ctx) =>
    settle(ctx, await takeRequest(ctx, id), await getPlan(ctx, planId)),
  );
}

async function closeWithNothing(ctx: Context, row: RequestRow): Promise<void> {
  const { colleagues } = await atTheirWish(ctx, (await peopleOf(ctx, row)).released);
  if (colleagues > 0) {
    await refuseRequest(ctx, row.id, { reason: 'no-ground', text: keptWords[row.locale].worksHere });
    return;
  }
  const closed = await move(ctx, row, 'fulfil', { name: 'fulfilled', change: { reason: 'nothing-held' } });
  await tellAsker(ctx, closed, { kind: 'nothing' });
  ctx.emit(facts.fulfilled({ requestId: row.id, kind: row.kind }));
}

/** Goes as far with the request as the erasure has come. */
async function settle(ctx: Context, row: RequestRow, plan: Plan): Promise<void> {
  if (row.closedAt !== null) return;
  const outcome = { ...row.outcome, ...outcomeOf(plan) };
  switch (plan.state) {
    case 'fulfilled': {
      const closed = await move(ctx, row, 'fulfil', { name: 'fulfilled', change: { outcome } });
      await tellAsker(ctx, closed, { kind: 'erased', blocks: keptBlocks(ctx, closed) });
      ctx.audit({
        action: 'rights.fulfilled',
        on: { table: 'rights.request', id: row.id },
        details: { kind: row.kind },
      });
      ctx.emit(facts.fulfilled({ requestId: row.id, kind: row.kind }));
      return;
    }
    case 'awaiting_processor': {
      const change = { outcome, runAt: later(ctx.now, lookAgainMs) };
      if (row.state === 'awaiting_processor') {
        await note(ctx, row, { name: 'looked', change });
        return;
      }
      const waiting = await move(ctx, row, 'await processor', { name: 'awaiting processor', change });
      await tellAsker(ctx, waiting, { kind: 'processors', blocks: keptBlocks(ctx, waiting) });
      return;
    }
    case 'planned':
    case 'running':
    case 'waiting':
      // A hold, or an order under way, keeps a part: the rest is done, and we look again.
      await note(ctx, row, { name: 'looked', change: { outcome, runAt: later(ctx.now, lookAgainMs) } });
      return;
    case 'withdrawn':
      await note(ctx, row, { name: 'looked', change: { runAt: null } });
  }
}
