import type { Kysely } from 'kysely';
import type { TimedJob } from './module.ts';
import type { KernelRows } from './tables.ts';

const answersLiveMs = 48 * 3_600_000;
const marksLiveMs = 60 * 86_400_000;

/** Forgets stored answers after 48 hours, and the marks of reactions long after their jobs could come again. */
export const sweepKernel: TimedJob = {
  name: 'kernel.sweep',
  everySeconds: 3600,
  run: async (house, tenant) => {
    const now = house.clock().getTime();
    await house.db.transaction(tenant.id, async (tx: Kysely<KernelRows>) => {
      await tx
        .deleteFrom('kernel.idempotency_key')
        .where('claimedAt', '<', new Date(now - answersLiveMs))
        .execute();
      await tx
        .deleteFrom('kernel.reaction_done')
        .where('doneAt', '<', new Date(now - marksLiveMs))
        .execute();
    });
  },
};
