import type { Context } from '#kernel/context.ts';
import type { Retention } from '#kernel/registry.ts';
import { keepOf } from '#modules/retention/index.ts';
import type { Keep } from '#modules/retention/index.ts';

const known = new WeakMap<object, Map<string, Keep>>();

/** As `keepOf`, reckoned once for each class and instant of a transaction: the rows of an order share their clock. */
export function keepFor(ctx: Context, retention: Retention, anchor: Date | null): Keep {
  const here = known.get(ctx.tx) ?? new Map<string, Keep>();
  known.set(ctx.tx, here);
  const name = `${retention} ${anchor?.getTime() ?? ''}`;
  const keep = here.get(name) ?? keepOf(ctx.tenant, retention, anchor);
  here.set(name, keep);
  return keep;
}
