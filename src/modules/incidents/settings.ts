import type { Context } from '#kernel/context.ts';
import { ensureSetting, updateSetting } from './queries-records.ts';

/** How often what is due. Units: days; hours, or null for those of the law. */
interface Setting {
  readonly authorityHours: number | null;
  readonly auditEveryDays: number;
  readonly drillEveryDays: number;
}

/** How often what is due in this shop. */
export async function getSetting(ctx: Context): Promise<Setting> {
  const { authorityHours, auditEveryDays, drillEveryDays } = await ensureSetting(ctx);
  return { authorityHours, auditEveryDays, drillEveryDays };
}

/** Changes how often what is due; running clocks keep the hours they began with. Source: GDPR art. 33(1); privacy.md C11. */
export async function saveSetting(ctx: Context, wish: Setting): Promise<Setting> {
  await ensureSetting(ctx);
  await updateSetting(ctx, wish);
  ctx.audit({
    action: 'incidents.settingSaved',
    on: { table: 'incidents.setting', id: ctx.tenant.id },
    details: { ...wish },
  });
  return wish;
}
