import { countryName } from '#kernel/address.ts';
import { countryCodes as codes } from '#kernel/address/postcodes.ts';
import type { Context } from '#kernel/context.ts';
import { settingsChanged } from './kept.ts';
import { insertZone, saveSettings, selectOwnRates, selectOwnZones, selectSettings } from './queries-tax.ts';
import type { OwnRate, OwnZone, TaxSettings } from './queries-tax.ts';
import { refuse } from './refuse.ts';
import { periodsByZone, shippedZones, taxDataVersion } from './tax-data.ts';
import { shippedRate, taxClasses } from './tax.ts';
import type { TaxClass } from './tax.ts';

export const countryCodes: ReadonlySet<string> = new Set(codes);

export interface TaxPlace {
  readonly zone: string;
  readonly name: string;
  readonly origin: 'shipped' | 'own';
  /** Rates that we ship, today. Units: basis points. */
  readonly shipped: readonly { readonly taxClass: TaxClass; readonly rateBp: number }[];
  readonly own: readonly OwnRate[];
}

/** Every place with tax rates: the ones we ship, with the shop's own rates over them, and the shop's own places. */
export async function listTaxPlaces(ctx: Context): Promise<{ version: string; items: TaxPlace[] }> {
  const day = ctx.now.toISOString().slice(0, 10);
  const ownZones = await selectOwnZones(ctx);
  const ownRates = Map.groupBy(await selectOwnRates(ctx), ({ zoneCode }) => zoneCode);
  const places = shippedZones.map(({ code, name }) => ({ code, name }));
  const names = new Map([...places, ...ownZones].map(({ code, name }) => [code, name]));
  const zones = new Set([...Object.keys(periodsByZone), ...names.keys(), ...ownRates.keys()]);
  const items = [...zones].toSorted().map((zone): TaxPlace => ({
    zone,
    name: names.get(zone) ?? countryName(zone.slice(0, 2), ctx.locale),
    origin: ownZones.some(({ code }) => code === zone) ? 'own' : 'shipped',
    shipped: taxClasses.flatMap((taxClass) => {
      const rateBp = shippedRate(zone, taxClass, day);
      return rateBp === undefined || taxClass === 'zero' ? [] : [{ taxClass, rateBp }];
    }),
    own: ownRates.get(zone) ?? [],
  }));
  return { version: taxDataVersion, items };
}

/** Adds a tax place of the shop's own: part of a country, by postcodes. Refuses: pricing.zoneTaken, pricing.unknownCountry. */
export async function createTaxPlace(ctx: Context, zone: OwnZone): Promise<void> {
  if (!countryCodes.has(zone.country)) throw refuse.unknownCountry({ field: 'country' });
  if (!zone.code.startsWith(`${zone.country}-`)) throw refuse.unknownZone({ field: 'code' });
  if (shippedZones.some(({ code }) => code === zone.code)) throw refuse.zoneTaken({ field: 'code' });
  if (!(await insertZone(ctx, zone))) throw refuse.zoneTaken({ field: 'code' });
  settingsChanged(ctx);
  ctx.audit({
    action: 'pricing.taxPlaceCreated',
    on: { table: 'pricing.tax_zone', id: ctx.tenant.id },
    details: { zone: zone.code },
  });
}

/** Where the shop collects tax. Shape: version 0 until it was ever set. */
export const getTaxSettings = async (ctx: Context): Promise<TaxSettings> =>
  (await selectSettings(ctx)) ?? { crossBorder: 'destination', registeredIn: [], version: 0 };

/** Says where the shop collects tax. Refuses: pricing.changedMeanwhile, pricing.unknownCountry. */
export async function saveTaxSettings(ctx: Context, settings: TaxSettings): Promise<TaxSettings> {
  if (!settings.registeredIn.every((code) => countryCodes.has(code)))
    throw refuse.unknownCountry({ field: 'registeredIn' });
  const saved = await saveSettings(ctx, settings);
  if (!saved) throw refuse.changedMeanwhile();
  settingsChanged(ctx);
  ctx.audit({
    action: 'pricing.taxSettingsSaved',
    on: { table: 'pricing.tax_setting', id: ctx.tenant.id },
    details: { crossBorder: saved.crossBorder, registeredIn: saved.registeredIn.join(' ') },
  });
  return saved;
}
