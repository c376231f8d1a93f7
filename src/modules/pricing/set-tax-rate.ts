import type { Context } from '#kernel/context.ts';
import { settingsChanged } from './kept.ts';
import { endRates, insertRate, selectOwnZones } from './queries-tax.ts';
import { refuse } from './refuse.ts';
import { countryCodes } from './tax-places.ts';
import type { TaxClass } from './tax.ts';
import { shippedZones } from './tax-data.ts';

export interface TaxRateChange {
  /** A country, or a tax place within one: ours (`ES-canary`) or the shop's own. */
  readonly zone: string;
  readonly taxClass: TaxClass;
  /** Units: basis points. Null: from then on the rate that we ship holds again. */
  readonly rateBp: number | null;
  /** What the tax is called there, as GST; without it, VAT. */
  readonly label?: string | null;
  /** The first day, `YYYY-MM-DD`. */
  readonly from: string;
}

/**
 * Sets the shop's own tax rate from a day on; what held before stays written as it was.
 *
 * Refuses: pricing.pastRate, pricing.unknownZone.
 */
export async function setTaxRate(ctx: Context, change: TaxRateChange): Promise<void> {
  if (change.from < ctx.now.toISOString().slice(0, 10)) throw refuse.pastRate({ field: 'from' });
  const isKnown =
    countryCodes.has(change.zone) ||
    shippedZones.some(({ code }) => code === change.zone) ||
    (await selectOwnZones(ctx)).some(({ code }) => code === change.zone);
  if (!isKnown) throw refuse.unknownZone({ field: 'zone' });
  const { zone: zoneCode, taxClass, rateBp, from, label = null } = change;
  await endRates(ctx, zoneCode, taxClass, from);
  if (rateBp !== null) await insertRate(ctx, { zoneCode, taxClass, rateBp, label, from });
  settingsChanged(ctx);
  ctx.audit({
    action: 'pricing.taxRateSet',
    on: { table: 'pricing.tax_rate', id: ctx.tenant.id },
    details: { zone: zoneCode, taxClass, rateBp, from },
  });
}
