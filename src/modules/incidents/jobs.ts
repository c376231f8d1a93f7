import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { TimedJob } from '#kernel/module.ts';
import type { Purpose } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { anchorAudit } from './anchor-audit.ts';
import { informDisclosed } from './inform-disclosed.ts';
import { lastRestored } from './overdue-records.ts';
import { alertOfLapses, remindOfClocks } from './remind.ts';
import { sendWaitingNotices } from './send-notices.ts';

const inOneGo =
  (name: string, purpose: Purpose, run: (ctx: Context) => Promise<void>) =>
  async (house: House, tenant: Tenant): Promise<void> => {
    await unitOfWork(house, { tenant, actor: { kind: 'system', id: name, purpose } }, run);
  };

export const jobs: readonly TimedJob[] = [
  {
    name: 'incidents.remind',
    everySeconds: 300,
    run: inOneGo('incidents.remind', 'notify', remindOfClocks),
  },
  {
    name: 'incidents.lapses',
    everySeconds: 3_600,
    run: async (house, tenant) => {
      const restored = await lastRestored(house.db);
      await inOneGo('incidents.lapses', 'notify', (ctx) => alertOfLapses(ctx, restored))(house, tenant);
    },
  },
  {
    name: 'incidents.inform',
    everySeconds: 3_600,
    run: inOneGo('incidents.inform', 'rights', informDisclosed),
  },
  { name: 'incidents.send-notices', everySeconds: 60, run: sendWaitingNotices },
  { name: 'incidents.anchor', everySeconds: 3_600, run: anchorAudit },
];
