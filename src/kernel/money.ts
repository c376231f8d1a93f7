/** Money is a whole number of minor units with its currency; it never passes through a floating-point number. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

declare const currencyBrand: unique symbol;
type Currency = string & { readonly [currencyBrand]: 'currency' };

/** ISO 4217 exponents that are not 2; every other currency code has two decimals. Source: ISO 4217 table A.1. */
const exponents: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether such money exists or existed. */
export const isCurrency = (code: string): boolean => currencies.has(code);

export function currency(code: string): Currency {
  if (!/^[A-Z]{3}$/.test(code)) throw new RangeError(`not a currency code: ${code}`);
  return code as Currency;
}

export const exponentOf = (code: string): number => exponents[code] ?? 2;

export const money = (minor: bigint, code: Currency): Money => ({ minor, currency: code });

export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** Rounds half away from zero: what shops and tax offices mean by "rounded to the cent". */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  const sign = numerator < 0n ? -1n : 1n;
  return sign * ((2n * sign * numerator + denominator) / (2n * denominator));
}

/**
 * Splits an amount by weights so that the parts sum exactly to it (largest remainder; ties go to the earlier part).
 *
 * Shape: as many parts as weights; equal shares when all weights are zero.
 */
export function splitByWeights(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) throw new RangeError('nothing to split between');
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight cannot be negative');
  const sign = total < 0n ? -1n : 1n;
  const amount = total * sign;
  const sum = weights.reduce((a, b) => a + b, 0n);
  const effective = sum === 0n ? weights.map(() => 1n) : weights;
  const divisor = effective.reduce((a, b) => a + b, 0n);
  const parts = effective.map((weight) => (amount * weight) / divisor);
  const byRemainder = effective
    .map((weight, index) => ({ index, remainder: (amount * weight) % divisor }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  let left = amount - parts.reduce((a, b) => a + b, 0n);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => part * sign);
}

/**
 * Reads "1,234.50", "1.234,50" or "12" as minor units.
 *
 * One separator followed by exactly three digits groups thousands, unless the currency itself has three decimals.
 * Shape: undefined when it is not a plain amount or has more decimals than the currency.
 */
export function parseAmount(text: string, code: Currency): bigint | undefined {
  const exponent = exponentOf(code);
  const match = /^(-?)(\d{1,3}(?:[.,' ]\d{3})+|\d+)(?:[.,](\d{1,4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = ''] = match;
  let [, , whole = '', fraction = ''] = match;
  const lastGroup = /^(\d{1,3})[.,](\d{3})$/.exec(whole);
  if (exponent === 3 && fraction === '' && lastGroup) [, whole = '', fraction = ''] = lastGroup;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > exponent) return undefined;
  const minor = BigInt(whole.replace(/\D/g, '') + significant.padEnd(exponent, '0'));
  return sign ? -minor : minor;
}

/** Plain decimal text of an amount, "1999" EUR as "19.99": for files and structured data, not for people. */
export function decimalOf(minor: bigint, code: string): string {
  const exponent = exponentOf(code);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  const sign = minor < 0n ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** The amount as a person in that locale writes it. */
export function formatMoney(amount: Money, locale: string): string {
  const key = `${locale} ${amount.currency}`;
  const format =
    formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency });
  formats.set(key, format);
  return format.format(decimalOf(amount.minor, amount.currency) as Intl.StringNumericLiteral);
}
