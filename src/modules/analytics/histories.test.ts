import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { House } from '#kernel/house.ts';
import { everyRow } from '#testing/every-row.ts';
import { aHouse } from '#testing/house.ts';
import { countVisit, foldDays, statisticsProver, tellVisits, visits } from './index.ts';
import { aHit } from './makers.ts';
import { dayOf, smallest } from './visit.ts';

type Step =
  | { readonly does: 'visit'; readonly process: number; readonly visitor: number; readonly page: string }
  | { readonly does: 'tell' | 'die'; readonly process: number };

const aProcess = fc.integer({ min: 0, max: 2 });
const aVisit = fc.record({
  does: fc.constant('visit' as const),
  process: aProcess,
  visitor: fc.integer({ min: 0, max: 11 }),
  page: fc.constantFrom('/', '/cart', '/products/mug'),
});
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: aVisit },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('tell' as const), process: aProcess }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('die' as const), process: aProcess }) },
);
const aHistory = fc.array(fc.array(aStep, { maxLength: 60, size: 'max' }), { minLength: 1, maxLength: 3 });

interface Seen {
  readonly visitor: number;
  readonly page: string;
}

// Invariant P27.
test('whatever happens in three processes on some days, what is told is what was stored, nothing is small, nothing else is left', async (t) => {
  const shop = await aHouse(t);
  let firstDay = Date.parse('2026-01-01T08:00:00Z');

  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      const processes: House[] = [0, 1, 2].map(() => ({ ...shop.house }));
      const stored: Seen[][] = [];
      for (const [place, steps] of history.entries()) {
        shop.at(new Date(firstDay + place * 86_400_000));
        stored.push(await liveThrough(steps, processes));
      }
      shop.at(new Date(firstDay + (history.length + 2) * 86_400_000));
      await foldDays(shop.house, shop.tenant);

      const span = {
        from: dayOf(new Date(firstDay)),
        to: dayOf(new Date(firstDay + (history.length - 1) * 86_400_000)),
      };
      const told = await shop.work((ctx) => visits(ctx, span), { purpose: 'improve' });

      assert.deepEqual(
        told.days.map((day) => (day.kind === 'counted' ? [day.visitors, day.views] : day.kind)),
        stored.map((seen) => {
          const people = new Set(seen.map(({ visitor }) => visitor)).size;
          return people > 0 && people < smallest ? 'few' : [people, seen.length];
        }),
      );
      const numbers = Object.values(told.headings).flatMap((all) =>
        all.flatMap(({ visitors, views }) => [visitors ?? 0, views]),
      );
      assert.ok(numbers.every((number) => number === 0 || number >= smallest));
      assert.deepEqual(await everyRow(shop.adminUrl, 'analytics.running'), []);
      assert.deepEqual(await everyRow(shop.keysUrl, 'keys.statistics_salt'), []);
      assert.deepEqual(await shop.work((ctx) => statisticsProver.prove(ctx)), []);
      firstDay += 10 * 86_400_000;
    }),
    { numRuns: 12 },
  );

  /** One day in three processes; those that die lose what they have not told. Shape: what the database was told. */
  async function liveThrough(steps: readonly Step[], processes: House[]): Promise<Seen[]> {
    const told: Seen[] = [];
    const known: Seen[][] = [[], [], []];
    const tell = async (process: number): Promise<void> => {
      const house = processes[process];
      assert(house, 'one of three processes');
      await tellVisits(house);
      told.push(...(known[process] ?? []).splice(0));
    };
    for (const step of steps) {
      const { process } = step;
      const house = processes[process];
      assert(house, 'one of three processes');
      if (step.does === 'visit') {
        countVisit(house, shop.tenant, aHit(step.visitor, { page: step.page }));
        known[process]?.push({ visitor: step.visitor, page: step.page });
      } else if (step.does === 'tell') {
        await tell(process);
      } else {
        processes[process] = { ...shop.house };
        known[process]?.splice(0);
      }
    }
    for (const process of [0, 1, 2]) await tell(process);
    return told;
  }
});
