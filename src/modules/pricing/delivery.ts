import { matchesAny } from './postcode-pattern.ts';
import type { DeliveryMethodId, DeliveryZoneId } from './tables.ts';

/** Who wants what delivered where. Units: weight in grams, goods in minor units. */
export interface DeliveryQuestion {
  readonly country: string;
  readonly postcode?: string | undefined;
  readonly currency: string;
  readonly weightGrams: number;
  readonly goodsMinor: bigint;
}

export interface DeliveryOption {
  readonly id: DeliveryMethodId;
  readonly name: string;
  readonly priceMinor: bigint;
  readonly minDays: number;
  readonly maxDays: number;
  readonly taxClass: string;
}

/** How the price of a way of delivery comes about. Units: grams for `weight`, minor units for `total`. */
export type Tariff =
  | { readonly basis: 'flat'; readonly priceMinor: bigint }
  | {
      readonly basis: 'weight' | 'total';
      /** Rising; above the last one it is not offered. */
      readonly bands: readonly { readonly upTo: bigint; readonly priceMinor: bigint }[];
    };

export interface DeliveryMethod {
  readonly id: DeliveryMethodId;
  readonly zoneId: DeliveryZoneId;
  readonly name: string;
  readonly tariff: Tariff;
  readonly currency: string;
  /** Free for goods of this value and more. */
  readonly freeFromMinor: bigint | null;
  readonly minDays: number;
  readonly maxDays: number;
  readonly taxClass: string;
  readonly active: boolean;
  readonly position: number;
  readonly version: number;
}

export interface DeliveryZone {
  readonly id: DeliveryZoneId;
  readonly name: string;
  readonly countries: readonly string[];
  /** Only these postcodes; none: the whole of the countries. */
  readonly postcodes: readonly string[];
  readonly position: number;
  readonly version: number;
  readonly methods: readonly DeliveryMethod[];
}

/** The zone an address is in: one that names its postcode before one that names only its country. */
export function zoneFor(
  zones: readonly DeliveryZone[],
  country: string,
  postcode: string | undefined,
): DeliveryZone | undefined {
  const there = zones.filter(({ countries }) => countries.includes(country));
  return (
    there.find(({ postcodes }) => matchesAny(postcodes, postcode)) ??
    there.find(({ postcodes }) => postcodes.length === 0)
  );
}

/** What one way of delivery costs. Shape: undefined when it is not offered for this basket. */
export function priceOf(method: DeliveryMethod, asked: DeliveryQuestion): bigint | undefined {
  if (!method.active || method.currency !== asked.currency) return undefined;
  const { tariff } = method;
  const measure = tariff.basis === 'weight' ? BigInt(Math.ceil(asked.weightGrams)) : asked.goodsMinor;
  const price =
    tariff.basis === 'flat'
      ? tariff.priceMinor
      : tariff.bands.find(({ upTo }) => measure <= upTo)?.priceMinor;
  if (price === undefined) return undefined;
  return method.freeFromMinor !== null && asked.goodsMinor >= method.freeFromMinor ? 0n : price;
}

/** The ways to an address, cheapest first within the shop's own order. */
export function optionsFor(zones: readonly DeliveryZone[], asked: DeliveryQuestion): DeliveryOption[] {
  const zone = zoneFor(zones, asked.country, asked.postcode);
  return (zone?.methods ?? []).flatMap((method) => {
    const priceMinor = priceOf(method, asked);
    if (priceMinor === undefined) return [];
    const { id, name, minDays, maxDays, taxClass } = method;
    return [{ id, name, priceMinor, minDays, maxDays, taxClass }];
  });
}
