import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { takeWaitingAttempts } from './queries-attempts.ts';
import { settle } from './settle-attempt.ts';

/** Goes on with attempts whose browser or process is gone: asks their providers what became of the money. */
const reconcile: TimedJob = {
  name: 'checkout.reconcile',
  everySeconds: 20,
  leaseSeconds: 60,
  run: async (house, tenant) => {
    const who = { tenant, actor: { kind: 'system', id: 'checkout.reconcile', purpose: 'checkout' } } as const;
    const waiting = await unitOfWork(house, who, (ctx) => takeWaitingAttempts(ctx, 100));
    for (const attempt of waiting) {
      // One attempt that cannot be settled must not keep the others waiting; it is asked about again.
      await settle(house, tenant, attempt).catch((err: unknown) =>
        house.log.error({ err, attempt: attempt.id }, 'an attempt could not be settled'),
      );
    }
  },
};

export const jobs = [reconcile];
