/** How long old content is seen after a change that another process made. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './connection.ts';
import type { Bench } from './measure.ts';
import type { Buyer, Product, Site } from './platform.ts';

export interface Staleness {
  readonly changes: number;
  /** Units: milliseconds from the commit to the last old answer, in any web process. */
  readonly longestMs: Readonly<Record<'listing' | 'detail' | 'page', number>>;
}

const faces = ['listing', 'detail', 'page'] as const;
const watchMs = 1_500;

/** Changes a price again and again while every face of every web process is asked without pause. */
export async function measureStaleness({ platform }: Bench, changes: number): Promise<Staleness> {
  const { buyer } = (await import(platform.buyerUrl)) as { buyer: Buyer };
  const longestMs = { listing: 0, detail: 0, page: 0 };
  const product = platform.shelf.products.at(-1) as Product; // the newest, so it stands on the first page
  for (let change = 1; change <= changes; change += 1) {
    const price = 10_000 + change * 7;
    let committedAt = Number.POSITIVE_INFINITY;
    const watching = platform.sites.flatMap((site) =>
      faces.map(async (face) => {
        const old = await watch(
          site,
          (call) => buyer.shownPrice[face]({ shelf: platform.shelf, number: change, call }, product),
          price,
          () => committedAt,
        );
        longestMs[face] = Math.max(longestMs[face], old);
      }),
    );
    await sleep(100 + change * 83); // falls at another age of what is kept each time
    await platform.changePrice(product, price);
    committedAt = performance.now();
    await Promise.all(watching);
  }
  return { changes, longestMs };
}

/** Shape: how long after the commit the old price was last asked for and shown; 0 when never. */
async function watch(
  site: Site,
  shown: (call: Connection['call']) => Promise<number>,
  wanted: number,
  committedAt: () => number,
): Promise<number> {
  const connection = new Connection(site);
  let lastOld = 0;
  while (performance.now() < committedAt() + watchMs) {
    const asked = performance.now();
    const price = await shown((call) => connection.call(call));
    if (price !== wanted && asked > committedAt()) lastOld = performance.now() - committedAt();
    await sleep(5);
  }
  connection.close();
  return lastOld;
}
