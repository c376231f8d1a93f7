const decimals = new Map<string, number>();

/** How many decimals a currency has: Intl knows it for every code. */
export function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, digits);
  return digits;
}

/** Minor units as plain decimal text, "19.99", without ever being a fraction in between. */
export function decimalText(amountMinor: number, currency: string): string {
  const digits = decimalsOf(currency);
  const text = Math.abs(amountMinor)
    .toString()
    .padStart(digits + 1, '0');
  const sign = amountMinor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

const decimalSign = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';

/**
 * Reads what somebody typed, "1.234,50" or "1,234.50", as minor units; undefined when it is not an amount.
 *
 * "1.234" is a thousand where the comma is the decimal sign, and an amount with too many decimals elsewhere.
 */
export function readAmount(text: string, currency: string, locale: string): number | undefined {
  const match = /^(-?)(\d{1,3}(?:[.,'’\s]\d{3})+|\d+)(?:([.,])(\d{1,4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', , fraction = ''] = match;
  const digits = decimalsOf(currency);
  const separators = whole.replaceAll(/\d/g, '');
  if (separators === decimalSign(locale) && fraction === '') {
    const [units = '', rest = ''] = whole.split(separators);
    return rest.length > digits ? undefined : minorOf(sign, units, rest, digits);
  }
  return fraction.length > digits ? undefined : minorOf(sign, whole, fraction, digits);
}

function minorOf(sign: string, whole: string, fraction: string, digits: number): number | undefined {
  const minor = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? (sign ? -minor : minor) : undefined;
}

/** Minor units as somebody would type them in that locale: "19,99". */
export function typedAmount(amountMinor: number, currency: string, locale: string): string {
  return decimalText(amountMinor, currency).replace('.', decimalSign(locale));
}
