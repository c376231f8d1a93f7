import type { TimedJob } from '#kernel/module.ts';
import { forgetPeople } from './forget-people.ts';
import { runClocks } from './run-clocks.ts';

const epochMs = 30 * 86_400_000;

export const jobs: readonly TimedJob[] = [
  {
    // Once a month all that is left is wrapped under a new key: what was destroyed stays destroyed in older copies, too.
    name: 'retention.turn-epoch',
    everySeconds: 86_400,
    leaseSeconds: 3_600,
    run: async (house, tenant) => {
      const epoch = await house.keys.turnEpoch(tenant.id, new Date(house.clock().getTime() - epochMs));
      if (epoch !== null) house.log.info({ tenant: tenant.slug, epoch }, 'the wrapping key was turned');
    },
  },
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
