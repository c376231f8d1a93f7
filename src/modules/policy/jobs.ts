import type { TimedJob } from '#kernel/module.ts';
import { proveHouse, proveTenant } from './evidence.ts';
import { tellReaders } from './tell-readers.ts';

const day = 86_400;

export const jobs: readonly TimedJob[] = [
  { name: 'policy.tell-readers', everySeconds: 60, leaseSeconds: 1_800, run: tellReaders },
  {
    name: 'policy.prove',
    everySeconds: day,
    leaseSeconds: 3_600,
    run: async (house, tenant) => {
      const results = await proveTenant(house, tenant, await proveHouse(house));
      for (const { check, findings } of results.filter((one) => one.findings.length > 0))
        house.log.error(
          { tenant: tenant.slug, check, findings: findings.length },
          'something does not add up; see kontor verify',
        );
    },
  },
];
