import type { Context } from '#kernel/context.ts';
import type { Finding } from '#kernel/module.ts';
import { planRun } from './plan-run.ts';

/** The hourly run may have been missed for a while; after a day something is wrong. */
const graceMs = 24 * 3_600_000;

/** What outlived its clock by more than a day, though nothing holds it and no breaker stopped it. Source: P20. */
export async function proveClocks(ctx: Context): Promise<Finding[]> {
  const lines = await planRun({ ...ctx, now: new Date(ctx.now.getTime() - graceMs) });
  return lines.flatMap((line) =>
    line.does === 'blocked' || line.rows === 0
      ? []
      : [{ says: `${line.clock}: ${line.rows} rows are older than ${line.cites} allows`, rows: [] }],
  );
}
