import type { Context } from '#kernel/context.ts';
import { dayOf, lawPack, ruleInForce, zoneOf } from '#modules/retention/index.ts';
import { findSetting } from './queries-records.ts';

/** The Union's hours, for a country whose pack has no rule. Source: GDPR art. 33(1). */
const unionHours = 72;
const unionCites = 'GDPR art. 33(1)';

/** By when an authority hears of a breach here. Units: `hours` is null where the law names no fixed time. */
interface BreachLaw {
  readonly hours: number | null;
  readonly cites: string;
}

/** What the law pack of the shop's country says, or what the shop decided. */
export async function breachLaw(ctx: Context): Promise<BreachLaw> {
  const law = lawOf(ctx);
  const setting = await findSetting(ctx);
  return setting?.authorityHours ? { ...law, hours: setting.authorityHours } : law;
}

/** What the law of the shop's country says now. */
export function lawOf(ctx: Pick<Context, 'tenant' | 'now'>): BreachLaw {
  const rule = ruleInForce(
    lawPack(ctx.tenant.country),
    'breach.authority',
    dayOf(ctx.now, zoneOf(ctx.tenant)),
  );
  if (!rule) return { hours: unionHours, cites: unionCites };
  const { days = 0, hours = 0 } = rule.span ?? {};
  return { hours: rule.span === null ? null : days * 24 + hours, cites: rule.cites };
}
