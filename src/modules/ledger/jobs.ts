import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { closeDay } from './close-day.ts';

const actor = { kind: 'system', id: 'ledger.close-day', purpose: 'bookkeeping' } as const;

export const jobs: readonly TimedJob[] = [
  {
    name: 'ledger.close-day',
    everySeconds: 3600,
    run: async (house, tenant) => {
      await unitOfWork(house, { tenant, actor }, closeDay);
    },
  },
];
