import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { deleteOldDrafts } from './queries-drafts.ts';

const draftDays = 30;

/** Removes drafts that never became orders, with the people sealed in them. */
const forgetDrafts: TimedJob = {
  name: 'orders.forget-drafts',
  everySeconds: 3600,
  run: async (house, tenant) => {
    const who = {
      tenant,
      actor: { kind: 'system', id: 'orders.forget-drafts', purpose: 'administer' },
    } as const;
    for (let gone = 500; gone === 500;) {
      gone = await unitOfWork(house, who, (ctx) =>
        deleteOldDrafts(ctx, new Date(ctx.now.getTime() - draftDays * 86_400_000), 500),
      );
    }
  },
};

export const jobs = [forgetDrafts];
