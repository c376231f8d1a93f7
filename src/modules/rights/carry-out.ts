import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { Refusal } from '#kernel/refusal.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { correctAsAsked } from './correct-as-asked.ts';
import { eraseAsAsked } from './erase-as-asked.ts';
import { grantWish } from './grant-wish.ts';
import { handOver } from './hand-over.ts';
import { note, runActor, takeRequest } from './move.ts';
import { findRequest, selectDue } from './queries.ts';
import { later } from './request.ts';
import type { RequestId } from './request.ts';
import { restrictAsAsked } from './restrict-as-asked.ts';

const tryAgainMs = 5 * 60_000;

/**
 * Carries a request on, as far as it goes now: makes the copy, erases after the cooling-off, corrects, restricts.
 *
 * Called again after a crash it goes on where it was; called for what is done, or not yet due, it does nothing.
 */
export async function carryOut(house: House, tenant: Tenant, id: RequestId): Promise<void> {
  const who = { tenant, actor: runActor };
  const row = await unitOfWork(house, who, (ctx) => findRequest(ctx, id));
  const isDue = row?.runAt && row.runAt <= house.clock() && row.closedAt === null;
  if (!row || !isDue) return;
  switch (row.kind) {
    case 'access':
    case 'portability':
      return unitOfWork(house, who, (ctx) => handOver(ctx, id));
    case 'erase':
      return eraseAsAsked(house, tenant, id);
    case 'restrict':
      return restrictAsAsked(house, tenant, id);
    case 'object':
    case 'withdraw':
    case 'opt-out':
      return unitOfWork(house, who, (ctx) => grantWish(ctx, id));
    case 'rectify':
      return correctAsAsked(house, tenant, id);
    case 'review':
    case 'question':
      return;
  }
}

/** Carries on every request that is due; one that fails is tried again in five minutes and holds up no other. */
export async function carryOutDue(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: runActor };
  for (const id of await unitOfWork(house, who, (ctx) => selectDue(ctx, 50))) {
    try {
      await carryOut(house, tenant, id);
    } catch (error) {
      house.log.error(
        { err: error, request: id },
        'a request could not be carried on and will be tried again',
      );
      const code = error instanceof Refusal ? error.code : 'failed';
      await unitOfWork(house, who, async (ctx) => {
        const row = await takeRequest(ctx, id);
        if (row.closedAt !== null) return;
        await note(ctx, row, {
          name: 'put off',
          change: { runAt: later(ctx.now, tryAgainMs) },
          details: { code },
        });
      });
    }
  }
}
