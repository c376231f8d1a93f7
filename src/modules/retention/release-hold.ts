import type { Context } from '#kernel/context.ts';
import { facts } from './facts.ts';
import type { Hold, HoldId } from './hold.ts';
import { findStandingHold, updateHold } from './queries.ts';
import { takeTurn } from './queries-clocks.ts';
import { refuse } from './refuse.ts';

/** Gives the second yes to a hold. Refuses: retention.noSuchHold, retention.sameColleague. */
export async function approveHold(ctx: Context, id: HoldId): Promise<void> {
  const hold = await standing(ctx, id);
  if (hold.placedBy === ctx.actor.id) throw refuse.sameColleague();
  await updateHold(ctx, id, 'approved');
  ctx.audit({ action: 'retention.holdApproved', on: { table: 'retention.hold', id } });
}

/** Asks for a hold to end; it holds until another colleague agrees. Refuses: retention.noSuchHold. */
export async function askForRelease(ctx: Context, id: HoldId): Promise<void> {
  await standing(ctx, id);
  await updateHold(ctx, id, 'release asked');
  ctx.audit({ action: 'retention.releaseAsked', on: { table: 'retention.hold', id } });
}

/**
 * Ends a hold: what its clocks and erasures waited for goes on.
 *
 * Refuses: retention.noSuchHold, retention.notAsked, retention.sameColleague. Announces: retention.holdReleased.
 * Source: clause C6; P21.
 */
export async function releaseHold(ctx: Context, id: HoldId): Promise<void> {
  await takeTurn(ctx);
  const hold = await standing(ctx, id);
  if (hold.releaseAskedAt === null) throw refuse.notAsked();
  if (hold.releaseAskedBy === ctx.actor.id) throw refuse.sameColleague();
  await updateHold(ctx, id, 'released');
  ctx.audit({
    action: 'retention.holdReleased',
    on: { table: 'retention.hold', id },
    details: { table: hold.onTable, row: hold.onId },
  });
  ctx.emit(facts.holdReleased({ holdId: id, table: hold.onTable, rowId: hold.onId }));
}

async function standing(ctx: Context, id: HoldId): Promise<Hold> {
  const hold = await findStandingHold(ctx, id);
  if (!hold) throw refuse.noSuchHold();
  return hold;
}
