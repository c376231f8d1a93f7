import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import type { Desk } from './desk.ts';
import { upsertRunning, upsertVisitPages } from './queries.ts';
import { bytesOf } from './sketch.ts';
import { dayOf, rawLivesMs } from './visit.ts';

/**
 * Tells the database what this process counted, in one statement a shop: whole numbers, not differences, so that telling
 * twice changes nothing. Yesterday's tally and its salt leave the memory once they are told.
 */
export async function flushVisits(house: House, desk: Desk): Promise<void> {
  const now = house.clock();
  const today = dayOf(now);
  for (const { tenant, tallies } of desk.shops.values()) {
    for (const tally of tallies.values()) {
      if (Date.parse(tally.day) + rawLivesMs <= now.getTime()) {
        tallies.delete(tally.day); // the database was away for too long: rather no count than an old salt
        continue;
      }
      const changed = [...tally.cells.values()].filter((cell) => cell.isChanged);
      const rows = changed.map(({ dimension, key, views, sketch }) => ({
        dimension,
        key,
        views,
        sketch: bytesOf(sketch),
      }));
      const paths = tally.paths.splice(0);
      for (const cell of changed) cell.isChanged = false;
      try {
        if (rows.length > 0 || paths.length > 0)
          await unitOfWork(
            house,
            { tenant, actor: { kind: 'system', id: 'analytics.flush', purpose: 'improve' } },
            async (ctx) => {
              await upsertRunning(ctx, { day: tally.day, process: desk.process, rows });
              await upsertVisitPages(ctx, tally.day, paths);
            },
          );
      } catch (error) {
        for (const cell of changed) cell.isChanged = true;
        tally.paths.push(...paths);
        throw error;
      }
      if (tally.day < today) tallies.delete(tally.day);
    }
  }
}
