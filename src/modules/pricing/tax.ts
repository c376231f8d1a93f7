import { divideHalfUp } from '#kernel/money.ts';
import type { Locale } from '#kernel/context.ts';
import { matchesAny } from './postcode-pattern.ts';
import { euCountries, periodsByZone, shippedZones, taxedAs, zoneOfCountry } from './tax-data.ts';

export const taxClasses = ['standard', 'reduced', 'reduced-2', 'reduced-3', 'zero', 'exempt'] as const;
export type TaxClass = (typeof taxClasses)[number];

/** What a shop has set about tax for one country of delivery, on one day. */
export interface ShopTax {
  readonly home: string;
  readonly crossBorder: 'destination' | 'origin';
  readonly registeredIn: readonly string[];
  readonly zones: readonly { readonly code: string; readonly postcodes: readonly string[] }[];
  readonly rates: readonly {
    readonly zoneCode: string;
    readonly taxClass: string;
    readonly rateBp: number;
    readonly label: string | null;
  }[];
}

export interface Rate {
  /** Units: basis points, 1900 is 19 %. */
  readonly rateBp: number;
  readonly label: string;
}

/** Words that other shop systems use for the same classes. */
const otherWords: Readonly<Record<string, TaxClass>> = {
  '': 'standard', 'reduced-rate': 'reduced', 'zero-rate': 'zero', taxable: 'standard', none: 'exempt', shipping: 'standard',
}; // prettier-ignore

/** The class that a text means. Unknown words are the standard rate: too little tax would be the shop's loss. */
export function taxClassOf(text: string): TaxClass {
  const word = text.trim().toLowerCase();
  return taxClasses.find((known) => known === word) ?? otherWords[word] ?? 'standard';
}

const percentages = {
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
  de: new Intl.NumberFormat('de', { maximumFractionDigits: 2 }),
};
const percent = (rateBp: number, locale: Locale): string => `${percentages[locale].format(rateBp / 100)} %`;

export const rateLabel = (rateBp: number, locale: Locale, name?: string | null): string =>
  `${name ?? (locale === 'de' ? 'MwSt.' : 'VAT')} ${percent(rateBp, locale)}`;

export const untaxed = (locale: Locale): Rate => ({
  rateBp: 0,
  label: locale === 'de' ? 'Keine Steuer (Ausfuhr)' : 'No tax (export)',
});
const exempt = (locale: Locale): Rate => ({
  rateBp: 0,
  label: locale === 'de' ? 'Steuerfrei' : 'Tax-exempt',
});

/** The rate that we ship for a zone and class on a day. Units: basis points. Shape: undefined where nothing is charged. */
export function shippedRate(zone: string, taxClass: TaxClass, day: string): number | undefined {
  const period = periodsByZone[zone]?.findLast(({ from }) => from <= day);
  if (!period || taxClass === 'exempt') return undefined;
  if (taxClass === 'zero') return 0;
  const [reduced = period.standard, second = reduced, third = second] = period.reduced;
  const percents = { standard: period.standard, reduced, 'reduced-2': second, 'reduced-3': third };
  return Math.round(percents[taxClass] * 100);
}

/** Which tax place an address is in, and which country's law that is. */
export function zoneOf(
  shop: ShopTax,
  country: string,
  postcode: string | undefined,
): { code: string; country: string; inEu: boolean } {
  const own = shop.zones.find((zone) => matchesAny(zone.postcodes, postcode));
  const placed = shippedZones.find((zone) =>
    country in zoneOfCountry
      ? zone.code === zoneOfCountry[country]
      : zone.country === country && matchesAny(zone.postcodes, postcode),
  );
  const law = placed?.country ?? taxedAs[country] ?? country;
  const inEu = placed?.inEu ?? euCountries.has(law);
  return { code: own?.code ?? placed?.code ?? law, country: law, inEu };
}

/**
 * The rate for one class of goods that a shop sends to an address.
 *
 * A shop collects tax at home, where it says it is registered, and, when it is in the European Union, all over it: at
 * the buyer's rates, or at its own while it is below the threshold (`origin`). Anywhere else is an export: no tax.
 */
export function rateFor(
  shop: ShopTax,
  to: { country: string; postcode?: string | undefined; taxClass: string; day: string; locale: Locale },
): Rate {
  const zone = zoneOf(shop, to.country, to.postcode);
  const taxClass = taxClassOf(to.taxClass);
  const registered = zone.country === shop.home || shop.registeredIn.includes(zone.country);
  const withinEu = zone.inEu && euCountries.has(shop.home);
  if (!registered && !withinEu) return untaxed(to.locale);
  if (taxClass === 'exempt') return exempt(to.locale);
  const place = registered || shop.crossBorder === 'destination' ? zone.code : shop.home;
  const own = shop.rates.find((rate) => rate.zoneCode === place && rate.taxClass === taxClass);
  if (own) return { rateBp: own.rateBp, label: rateLabel(own.rateBp, to.locale, own.label) };
  const isOwnPlace = shop.zones.some(({ code }) => code === place);
  const rateBp =
    shippedRate(place, taxClass, to.day) ??
    (isOwnPlace ? shippedRate(zone.country, taxClass, to.day) : undefined);
  return rateBp === undefined ? untaxed(to.locale) : { rateBp, label: rateLabel(rateBp, to.locale) };
}

/** Splits an amount into net and tax, rounded half up once. Units: minor units. */
export function splitTax(
  amountMinor: bigint,
  rateBp: number,
  inclusive: boolean,
): { netMinor: bigint; taxMinor: bigint; grossMinor: bigint } {
  const rate = BigInt(rateBp);
  if (inclusive) {
    const taxMinor = divideHalfUp(amountMinor * rate, 10_000n + rate);
    return { netMinor: amountMinor - taxMinor, taxMinor, grossMinor: amountMinor };
  }
  const taxMinor = divideHalfUp(amountMinor * rate, 10_000n);
  return { netMinor: amountMinor, taxMinor, grossMinor: amountMinor + taxMinor };
}
