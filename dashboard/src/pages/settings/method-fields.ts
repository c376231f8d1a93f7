import type { Method, MethodInput } from '../../api/delivery.ts';
import type { TaxClass } from '../../api/tax.ts';
import { readAmount } from '../../format/amount.ts';

/** A way of delivery as it is typed. */
export interface MethodFields {
  readonly name: string;
  readonly basis: 'flat' | 'weight' | 'total';
  readonly price: string;
  readonly bands: readonly { readonly upTo: string; readonly price: string }[];
  readonly freeFrom: string;
  readonly minDays: number;
  readonly maxDays: number;
  readonly active: boolean;
}

/** Undefined as long as something is missing or is no amount. */
export function readMethod(
  fields: MethodFields,
  currency: string,
  locale: string,
  rest: { taxClass: TaxClass; position: number },
): MethodInput | undefined {
  const tariff = readTariff(fields, currency, locale);
  const freeFromMinor = fields.freeFrom.trim() === '' ? null : readAmount(fields.freeFrom, currency, locale);
  if (!tariff || freeFromMinor === undefined || fields.name.trim() === '') return undefined;
  const { minDays, maxDays, active } = fields;
  return { name: fields.name.trim(), tariff, currency, freeFromMinor, minDays, maxDays, active, ...rest };
}

function readTariff(
  { basis, price, bands }: MethodFields,
  currency: string,
  locale: string,
): Method['tariff'] | undefined {
  if (basis === 'flat') {
    const priceMinor = readAmount(price, currency, locale);
    return priceMinor === undefined ? undefined : { basis, priceMinor };
  }
  const read = bands.map((band) => ({
    upTo: basis === 'weight' ? readWhole(band.upTo) : readAmount(band.upTo, currency, locale),
    priceMinor: readAmount(band.price, currency, locale),
  }));
  const whole = read.flatMap(({ upTo, priceMinor }) =>
    upTo === undefined || priceMinor === undefined ? [] : [{ upTo, priceMinor }],
  );
  if (whole.length < bands.length) return undefined;
  return { basis, bands: whole.toSorted((a, b) => a.upTo - b.upTo) };
}

const readWhole = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
