import type { Context } from '#kernel/context.ts';
import { exponentOf } from '#kernel/money.ts';
import { settingsChanged } from './kept.ts';
import { insertDeliveryMethod, insertDeliveryZone, selectZones } from './queries-delivery.ts';
import type { MethodValues } from './queries-delivery.ts';
import { euCountries } from './tax-data.ts';

/**
 * Gives a new shop sensible ways of delivery: at home standard and express, and its neighbours when it is in the EU.
 *
 * Units: amounts are 4.90, 9.90 and so on in the shop's currency. Shape: nothing happens in a shop that has zones.
 */
export async function seedDelivery(ctx: Context): Promise<void> {
  if ((await selectZones(ctx)).length > 0) return;
  settingsChanged(ctx);
  const { country, currency, locale } = ctx.tenant;
  const unit = 10n ** BigInt(exponentOf(currency));
  const words = locale === 'de' ? german : english;
  const home = await insertDeliveryZone(ctx, {
    name: words.home,
    countries: [country],
    postcodes: [],
    position: 0,
  });
  const way = (
    name: string,
    tenths: bigint,
    minDays: number,
    maxDays: number,
    freeFrom: bigint | null,
  ): MethodValues => ({
    name,
    tariff: { basis: 'flat', priceMinor: (tenths * unit) / 10n },
    currency,
    freeFromMinor: freeFrom === null ? null : freeFrom * unit,
    minDays,
    maxDays,
    taxClass: 'standard',
    active: true,
    position: Number(tenths),
  });
  await insertDeliveryMethod(ctx, home, way(words.standard, 49n, 2, 4, 80n));
  await insertDeliveryMethod(ctx, home, way(words.express, 129n, 1, 1, null));
  if (!euCountries.has(country)) return;
  const neighbours = [...euCountries].filter((code) => code !== country);
  const abroad = await insertDeliveryZone(ctx, {
    name: words.union,
    countries: neighbours,
    postcodes: [],
    position: 1,
  });
  await insertDeliveryMethod(ctx, abroad, way(words.standard, 99n, 3, 7, 150n));
}

const english = {
  home: 'At home',
  union: 'European Union',
  standard: 'Standard delivery',
  express: 'Express delivery',
};
const german = {
  home: 'Inland',
  union: 'Europäische Union',
  standard: 'Standardversand',
  express: 'Expressversand',
};
