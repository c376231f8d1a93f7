import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { takeDueRefunds } from './queries-refunds.ts';
import { settleRefund } from './settle-refund.ts';

/** Sends refunds that nobody has sent yet: their process died, or the provider gave no answer. */
const settleRefunds: TimedJob = {
  name: 'payments.settle-refunds',
  everySeconds: 20,
  leaseSeconds: 60,
  run: async (house, tenant) => {
    const who = { tenant, actor: { kind: 'system', id: 'payments.settle-refunds', purpose: 'pay' } } as const;
    const due = await unitOfWork(house, who, (ctx) =>
      takeDueRefunds(ctx, 50, new Date(ctx.now.getTime() + 60_000)),
    );
    for (const id of due) {
      // One refund that cannot be sent must not keep the others waiting; it is tried again.
      await settleRefund(house, tenant, id).catch((err: unknown) =>
        house.log.error({ err, refund: id }, 'a refund could not be settled'),
      );
    }
  },
};

export const jobs = [settleRefunds];
