import type { Context } from '#kernel/context.ts';
import { advanceLines } from './queries-reservations.ts';

const before = { allocated: ['committed'], picked: ['committed', 'allocated'] } as const;

/** Notes that goods for order lines were set aside or picked. Shape: how many promises moved on; those further on stay. */
export async function advanceReservations(
  ctx: Context,
  refs: readonly string[],
  to: 'allocated' | 'picked',
): Promise<number> {
  return advanceLines(ctx, refs, before[to], to);
}
