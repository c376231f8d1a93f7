import type { Context } from '#kernel/context.ts';
import { planRun } from './plan-run.ts';
import { insertApproval } from './queries.ts';
import { refuse } from './refuse.ts';

const dayMs = 24 * 3_600_000;

/**
 * A person's yes to what the breaker stopped: this clock, as many rows as are due now, within a day.
 *
 * Refuses: retention.notBlocked. Source: clause C6; P22.
 */
export async function approveRun(ctx: Context, clock: string): Promise<void> {
  const line = (await planRun(ctx)).find((one) => one.clock === clock);
  if (line?.does !== 'blocked') throw refuse.notBlocked();
  await insertApproval(ctx, clock, line.rows, new Date(ctx.now.getTime() + dayMs));
  ctx.audit({
    action: 'retention.approved',
    on: { table: 'retention.approval', id: clock },
    details: { rows: line.rows },
  });
}
