import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { linkHours } from './account.ts';
import { giveGraceToUnrecorded } from './keep-duties.ts';
import { deleteAccount, selectStaleSignUps } from './queries-accounts.ts';
import { deleteExpired, noteSeen } from './queries-sessions.ts';

export const jobs: readonly TimedJob[] = [
  {
    name: 'identity.sweep',
    everySeconds: 600,
    run: async (house, tenant) => {
      await unitOfWork(
        house,
        { tenant, actor: { kind: 'system', id: 'identity.sweep', purpose: 'security' } },
        async (ctx) => {
          await giveGraceToUnrecorded(ctx);
          await noteSeen(ctx);
          await deleteExpired(ctx);
          // A week longer than the link lives: the link can be asked for again until then.
          const before = new Date(ctx.now.getTime() - (linkHours.verify + 7 * 24) * 3_600_000);
          for (const row of await selectStaleSignUps(ctx, before, 200)) await deleteAccount(ctx, row.id);
        },
      );
    },
  },
];
