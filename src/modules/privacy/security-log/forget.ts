import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { deleteSecurityEntries, selectOverdueEntries } from './queries.ts';
import { dayOfEntry, daysBefore, securityLogDays } from './security-log.ts';

const batch = 5_000;

/** Deletes what is older than ninety days and destroys the keys of those days, so that no backup opens it either. */
export async function forgetSecurityLog(house: House, tenant: Tenant): Promise<void> {
  const who = { tenant, actor: { kind: 'system', id: 'privacy.security-log', purpose: 'security' } } as const;
  const before = daysBefore(house.clock(), securityLogDays);
  while ((await unitOfWork(house, who, (ctx) => deleteSecurityEntries(ctx, before, batch))) === batch);
  await house.keys.days.destroyBefore('security-log', dayOfEntry(before));
}

/** The log keeps its word: nothing in it, and no key of it, is older than it may be. */
export const securityLogProver: Prover = {
  name: 'security-log',
  says: 'the security log holds no address and no key older than 90 days, and a day of grace for the job',
  prove: async (ctx: Context): Promise<readonly Finding[]> => {
    const deadline = daysBefore(ctx.now, securityLogDays + 1);
    const entries = await selectOverdueEntries(ctx, deadline);
    const keys = (await ctx.keys.days.list('security-log')).filter((day) => day < dayOfEntry(deadline));
    return [
      { says: 'entries are too old', rows: entries.map((id) => `privacy.security_entry ${id}`) },
      { says: 'keys of days are too old', rows: keys },
    ].filter(({ rows }) => rows.length > 0);
  },
};
