import type { Tenant } from '#kernel/context.ts';
import type { Retention } from '#kernel/registry.ts';
import { startOfDay } from './calendar.ts';
import { keepOf, lawMatterOf } from './keep.ts';
import { lawPack } from './law-packs/law-packs.ts';
import { rulesAbout } from './law-pack.ts';

/** Anchors between two instants, both included. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

const beginning = new Date('1970-01-01T00:00:00Z');

/**
 * Which anchors are so old that their time is over now.
 *
 * Between two dates on which the law changed, an older anchor never ends later than a younger one, so the last that is
 * due is found by halving. Shape: none, one, or a stretch per change of the law; oldest first.
 */
export function dueStretches(
  tenant: Pick<Tenant, 'country' | 'profile'>,
  retention: Retention,
  now: Date,
): Stretch[] {
  const pack = lawPack(tenant.country);
  const matter = lawMatterOf(retention);
  const changes = matter ? rulesAbout(pack, matter).map((rule) => startOfDay(rule.validFrom, pack.zone)) : [];
  const starts = [beginning, ...changes.filter((change) => change > beginning && change <= now)];
  const isDue = (anchor: number): boolean => {
    const { until } = keepOf(tenant, retention, new Date(anchor));
    return until !== null && until <= now;
  };
  return starts.flatMap((start, index) => {
    const end = (starts[index + 1]?.getTime() ?? now.getTime() + 1) - 1;
    const last = lastTrue(start.getTime(), end, isDue);
    return last === undefined ? [] : [{ from: start, to: new Date(last) }];
  });
}

function lastTrue(from: number, to: number, holds: (at: number) => boolean): number | undefined {
  if (from > to || !holds(from)) return undefined;
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
