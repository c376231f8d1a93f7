import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { watchAgreements } from './agreement-watch.ts';
import { sweepTombstones } from './tombstone.ts';

const actor = (id: string) => ({ kind: 'system', id, purpose: 'administer' }) as const;

export const egressJobs: readonly TimedJob[] = [
  {
    name: 'privacy.watch-agreements',
    everySeconds: 3600,
    run: (house, tenant) =>
      unitOfWork(house, { tenant, actor: actor('privacy.watch-agreements') }, watchAgreements),
  },
  {
    name: 'privacy.sweep-tombstones',
    everySeconds: 24 * 3600,
    run: async (house, tenant) => {
      await unitOfWork(house, { tenant, actor: actor('privacy.sweep-tombstones') }, sweepTombstones);
    },
  },
];
