import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { forgetDrafts } from './forget-drafts.ts';

const forgetOldDrafts: TimedJob = {
  name: 'orders.forget-drafts',
  everySeconds: 3600,
  run: async (house, tenant) => {
    const who = {
      tenant,
      actor: { kind: 'system', id: 'orders.forget-drafts', purpose: 'administer' },
    } as const;
    for (let gone = 1; gone > 0;) gone = await unitOfWork(house, who, forgetDrafts);
  },
};

export const jobs = [forgetOldDrafts];
