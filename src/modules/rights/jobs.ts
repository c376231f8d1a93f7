import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { TimedJob } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { carryOutDue } from './carry-out.ts';
import { watchClock } from './clock.ts';
import { fetchMails } from './imap-inbox.ts';
import { deleteOldPackages, deleteOldProofs, deleteOldVisits } from './queries-visits.ts';
import { day, later } from './request.ts';

const actor = { kind: 'system', id: 'rights.sweep', purpose: 'rights' } as const;

/** Forgets sittings that are over, copies whose fortnight is over, and old links. */
export async function sweepRights(house: House, tenant: Tenant): Promise<void> {
  await unitOfWork(house, { tenant, actor }, async (ctx) => {
    await deleteOldVisits(ctx, 500);
    await deleteOldPackages(ctx);
    await deleteOldProofs(ctx, later(ctx.now, -30 * day));
  });
}

export const jobs: readonly TimedJob[] = [
  { name: 'rights.run', everySeconds: 3, leaseSeconds: 300, run: carryOutDue },
  { name: 'rights.clock', everySeconds: 900, run: watchClock },
  { name: 'rights.inbox', everySeconds: 60, run: fetchMails },
  { name: 'rights.sweep', everySeconds: 600, run: sweepRights },
];
