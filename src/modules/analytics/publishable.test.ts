import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { publishable } from './publishable.ts';
import type { ToldDay } from './publishable.ts';
import { addMark, bytesOf, countOf, emptySketch, exactUpTo, joinSketch, sketchOf } from './sketch.ts';
import { smallest } from './visit.ts';
import type { Counted, Dimension } from './visit.ts';

interface View {
  readonly visitor: number;
  readonly page: string;
  readonly site: string | undefined;
  readonly led: string | undefined;
}

const browserOf = (visitor: number): string =>
  ['Chrome 131', 'Firefox 132', 'Safari 17', 'other'][(visitor * 7) % 4] ?? 'other';
const deviceOf = (visitor: number): string => (visitor % 3 === 0 ? 'mobile' : 'desktop');

/** The model: everything by hand, with sets of people. */
function countByHand(views: readonly View[]): Counted[] {
  const cells = new Map<string, { dimension: Dimension; key: string; people: Set<number>; views: number }>();
  const count = (dimension: Dimension, key: string, visitor: number): void => {
    const cell = cells.get(`${dimension} ${key}`) ?? { dimension, key, people: new Set<number>(), views: 0 };
    cell.people.add(visitor);
    cell.views += 1;
    cells.set(`${dimension} ${key}`, cell);
  };
  for (const { visitor, page, site, led } of views) {
    count('all', '', visitor);
    count('page', page, visitor);
    count('browser', browserOf(visitor), visitor);
    count('device', deviceOf(visitor), visitor);
    if (site !== undefined) count('site', site, visitor);
    if (led !== undefined) count('led', led, visitor);
  }
  return [...cells.values()].map(({ dimension, key, people, views: seen }) => ({
    dimension,
    key,
    visitors: people.size,
    views: seen,
  }));
}

const aDay = fc.array(
  fc.record({
    visitor: fc.integer({ min: 1, max: 40 }),
    page: fc.constantFrom('/', '/cart', '/products/a', '/products/b', '/products/c', '/search'),
    site: fc.option(fc.constantFrom('example.com', 'example.org', 'direct'), { nil: undefined }),
    led: fc.option(fc.constantFrom('example.com', 'example.org'), { nil: undefined, freq: 12 }),
  }),
  { maxLength: 150, size: 'max' },
);

/** Every number that a reader gets, or gets by taking one from another. */
function everyNumber({ total, cells }: ToldDay): number[] {
  if (!total) return cells.flatMap(({ visitors, views }) => [visitors ?? 0, views]);
  const of = (dimension: Dimension) => cells.filter((cell) => cell.dimension === dimension);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const left = (['browser', 'device'] as const).map(
    (dimension) => total.visitors - sum(of(dimension).map(({ visitors }) => visitors ?? 0)),
  );
  const viewsLeft = (['page', 'browser', 'device'] as const).map(
    (dimension) => total.views - sum(of(dimension).map(({ views }) => views)),
  );
  const differences = cells.flatMap(({ visitors, views, dimension }) => [
    visitors === null ? 0 : total.visitors - visitors,
    dimension === 'site' || dimension === 'led' ? 0 : total.views - views,
  ]);
  return [
    total.visitors,
    total.views,
    ...cells.flatMap(({ visitors, views }) => [visitors ?? 0, views]),
    ...left,
    ...viewsLeft,
    ...differences,
  ];
}

test('P27: of no generated day is a number from one to four told, nor can one be had by subtraction', () => {
  fc.assert(
    fc.property(aDay, (views) => {
      const told = publishable(countByHand(views));

      assert.deepEqual(
        everyNumber(told).filter((number) => number > 0 && number < smallest),
        [],
      );
      assert.ok(everyNumber(told).every((number) => number >= 0));
    }),
    { numRuns: 2_000 },
  );
});

test('what is told of a day is true: no heading is invented, totals are exact, a heading is off by four at most', () => {
  fc.assert(
    fc.property(aDay, (views) => {
      const counted = countByHand(views);
      const { total, cells } = publishable(counted);

      const all = counted.find(({ dimension }) => dimension === 'all');
      if (total) assert.deepEqual(total, { visitors: all?.visitors, views: all?.views });
      for (const cell of cells.filter(({ key }) => key !== 'other')) {
        const real = counted.find(({ dimension, key }) => dimension === cell.dimension && key === cell.key);
        assert.ok(real && cell.views === real.views);
        assert.ok(cell.visitors !== null && Math.abs(cell.visitors - real.visitors) < smallest);
      }
    }),
    { numRuns: 500 },
  );
});

test("a page that only a few people read stands in nobody else's place: it is folded, and with it the smallest other page", () => {
  const told = publishable([
    { dimension: 'all', key: '', visitors: 30, views: 46 },
    { dimension: 'page', key: '/', visitors: 25, views: 30 },
    { dimension: 'page', key: '/cart', visitors: 9, views: 14 },
    { dimension: 'page', key: '/products/odd', visitors: 2, views: 2 },
  ]);

  assert.deepEqual(told.cells, [
    { dimension: 'page', key: '/', visitors: 25, views: 30 },
    { dimension: 'page', key: 'other', visitors: null, views: 16 },
  ]);
});

const aMark = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('sketches of several processes join to the sketch of all of them, whatever the order, also through the database', () => {
  fc.assert(
    fc.property(
      fc.array(aMark, { maxLength: 600, size: 'max' }),
      fc.array(aMark, { maxLength: 600, size: 'max' }),
      (one, two) => {
        const whole = emptySketch();
        for (const mark of [...one, ...two]) addMark(whole, mark);
        const parts = [one, two].map((marks) => {
          const sketch = emptySketch();
          for (const mark of marks) addMark(sketch, mark);
          return sketchOf(bytesOf(sketch));
        });

        const [first, second] = parts;
        assert.ok(first && second);
        joinSketch(second, first);

        assert.deepEqual(bytesOf(second), bytesOf(whole));
        const different = new Set([...one, ...two]).size;
        if (different <= exactUpTo) assert.equal(countOf(second), different);
      },
    ),
  );
});
