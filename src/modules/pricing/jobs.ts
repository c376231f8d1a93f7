import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { isFullBatch, turnPrices } from './turn-prices.ts';

const actor = { kind: 'system', id: 'pricing.turn-prices', purpose: 'browse' } as const;

export const jobs: readonly TimedJob[] = [
  {
    name: 'pricing.turn-prices',
    everySeconds: 30,
    run: async (house, tenant) => {
      while (isFullBatch(await unitOfWork(house, { tenant, actor }, turnPrices)));
    },
  },
];
