import type { Context } from '#kernel/context.ts';
import { asId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { getPlan, planErasure, withdrawErasure } from '#modules/persons/index.ts';
import type { ErasureId, Plan } from '#modules/persons/index.ts';
import { note } from './move.ts';
import { outcomeOf } from './outcome-of-plan.ts';
import { atTheirWish, peopleOf } from './people.ts';
import type { RequestRow } from './queries.ts';

/**
 * Works out what an erasure means for whom the request is about, and keeps the plan with the request.
 *
 * Shape: undefined when nothing is held. The register of requests itself is not in it: it proves that we answered.
 */
export async function planFor(ctx: Context, row: RequestRow): Promise<Plan | undefined> {
  const { released, otherAddresses, unconfirmedAccount } = await peopleOf(ctx, row);
  const notProven = otherAddresses.length + (unconfirmedAccount ? 1 : 0);
  const { persons, colleagues } = await atTheirWish(ctx, released);
  const known = row.planId === null ? undefined : await getPlan(ctx, asId<ErasureId>(row.planId));
  if (known && !(await isOutdated(ctx, known, persons))) return known;
  if (persons.length === 0) return undefined;
  const plan = await planErasure(ctx, persons, { because: 'asked' });
  await note(ctx, row, {
    name: 'planned',
    change: { planId: plan.id, outcome: { ...outcomeOf(plan), notProven, colleagues } },
    details: { nodes: plan.nodes.length },
  });
  return plan;
}

/** Whoever ordered once more while the erasure cooled off is somebody new: the plan is made anew and covers them, too. */
async function isOutdated(ctx: Context, plan: Plan, persons: readonly SubjectId[]): Promise<boolean> {
  if (plan.state !== 'planned' || persons.every((subject) => plan.subjects.includes(subject))) return false;
  await withdrawErasure(ctx, plan.id);
  return true;
}
