import { others, smallest } from './visit.ts';
import type { Counted, Dimension, Told } from './visit.ts';

export interface ToldDay {
  /** Null is fewer than five; then nothing else of the day is told. */
  readonly total: { readonly visitors: number; readonly views: number } | null;
  readonly cells: readonly Told[];
}

/** Every visitor stands under exactly one heading, so that what is left out could be had by subtraction. */
const isPartition = (dimension: Dimension): boolean => dimension === 'browser' || dimension === 'device';

/**
 * What may be told of a day: nothing that is about one to four people, alone or by subtraction.
 *
 * Small headings go into `other`; where `other` would still be small, the smallest of the others goes with them. Sites
 * that led fewer than five people here are left out, because no total would give them away. A heading that all but a few
 * visitors stand under is told as all of them. Source: privacy.md P27; clause K7-32.
 */
export function publishable(counted: readonly Counted[]): ToldDay {
  const total = counted.find(({ dimension }) => dimension === 'all');
  if (!total || total.visitors < smallest) return { total: null, cells: [] };
  const of = (wanted: Dimension): Counted[] =>
    counted
      .filter(({ dimension }) => dimension === wanted)
      .toSorted((a, b) => b.visitors - a.visitors || b.views - a.views || (a.key < b.key ? -1 : 1));
  const whole = (cell: Told): Told =>
    cell.visitors === null || total.visitors - cell.visitors >= smallest
      ? cell
      : { ...cell, visitors: total.visitors };
  return {
    total: { visitors: total.visitors, views: total.views },
    cells: [
      ...fold('page', of('page')).map(whole),
      ...fold('browser', of('browser')),
      ...fold('device', of('device')),
      ...of('site')
        .filter(({ visitors, key }) => visitors >= smallest && key !== others)
        .map(whole),
      ...of('led').filter(({ visitors }) => visitors >= smallest && total.visitors - visitors >= smallest),
    ],
  };
}

/** Largest first; what is small is folded into one heading that is not. */
function fold(dimension: Dimension, sorted: readonly Counted[]): Told[] {
  const shown = sorted.filter(({ visitors, key }) => visitors >= smallest && key !== others);
  const folded = sorted.filter((cell) => !shown.includes(cell));
  if (folded.length === 0) return shown;
  while (shown.length > 0 && !isEnough(dimension, folded)) folded.unshift(...shown.splice(-1));
  const sum = (of: 'visitors' | 'views'): number => folded.reduce((all, cell) => all + cell[of], 0);
  // Whoever saw two small pages would count twice: only headings without overlap can be added up.
  const visitors = isPartition(dimension) ? sum('visitors') : null;
  return [...shown, { dimension, key: others, visitors, views: sum('views') }];
}

/** Whether at least five people stand under these headings together, for certain. */
function isEnough(dimension: Dimension, cells: readonly Counted[]): boolean {
  const visitors = cells.map((cell) => cell.visitors);
  const surely = isPartition(dimension) ? visitors.reduce((all, one) => all + one, 0) : Math.max(...visitors);
  return surely >= smallest;
}
