/** Many buyers for few goods, over every web process at once. */
import { jobOf } from './measure.ts';
import type { Bench } from './measure.ts';

export interface Hammered {
  readonly buyers: number;
  readonly units: number;
  readonly sold: number;
  readonly left: number;
  readonly seconds: number;
  /** Answers by kind; `sold` and every kind of no. */
  readonly answers: Readonly<Record<string, number>>;
}

export async function measureHammer(
  bench: Bench,
  { buyers, units }: { buyers: number; units: number },
): Promise<Hammered> {
  const { product, left } = await bench.platform.offerLast(units);
  const outcome = await bench.driver.run(
    jobOf(bench, {
      what: 'last',
      connections: buyers,
      turns: buyers,
      seconds: 600,
      sites: bench.platform.sites,
      shelf: { ...bench.platform.shelf, products: [product] },
    }),
  );
  return {
    buyers,
    units,
    sold: outcome.turns,
    left: await left(),
    seconds: outcome.seconds,
    answers: { sold: outcome.turns, ...outcome.refused },
  };
}
