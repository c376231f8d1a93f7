import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '#kernel/house.ts';
import { everyRow } from '#testing/every-row.ts';
import { deskOf } from './desk.ts';
import { flushVisits } from './flush-visits.ts';
import type { Hit } from './visit.ts';

export const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
export const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0';
export const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

export const aHit = (visitor: number, some: Partial<Hit> = {}): Hit => ({
  ip: `198.51.${Math.floor(visitor / 250)}.${visitor % 250}`,
  userAgent: chrome,
  referrer: undefined,
  host: 'shop.localhost',
  page: '/',
  ...some,
});

/** All hits that waited for the salt are counted, and told to the database. */
export async function told(house: House): Promise<void> {
  const desk = deskOf(house);
  await Promise.allSettled(desk.salts.values());
  await new Promise((resolve) => setImmediate(resolve));
  await flushVisits(house, desk);
}

/** What is stored once it is as much as expected; answers are counted after they have been read. */
export async function rowsOnce(
  house: House,
  url: string,
  table: string,
  isThere: (rows: readonly Record<string, unknown>[]) => boolean,
): Promise<Record<string, unknown>[]> {
  for (let round = 0; ; round += 1) {
    await told(house);
    const rows = await everyRow(url, table);
    if (isThere(rows) || round === 400) return rows;
    await sleep(25);
  }
}
