import type { TimedJob } from '#kernel/module.ts';
import { forgetPeople } from './forget-people.ts';
import { runClocks } from './run-clocks.ts';

export const jobs: readonly TimedJob[] = [
  {
    name: 'retention.run',
    everySeconds: 3600,
    run: async (house, tenant) => {
      await runClocks(house, tenant);
    },
  },
  {
    name: 'retention.forget',
    everySeconds: 900,
    run: async (house, tenant) => {
      await forgetPeople(house, tenant);
    },
  },
];
