import { useReader } from '../words/words.ts';

export interface MoneyValue {
  readonly amountMinor: number;
  readonly currency: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

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

export function formatMoney({ amountMinor, currency }: MoneyValue, locale: string): string {
  return formatOf(currency, locale).format(decimalText(amountMinor, currency) as Intl.StringNumericLiteral);
}

/** Reads what somebody typed, "1.234,50" or "1,234.50", as minor units; undefined when it is not an amount. */
export function readAmount(text: string, currency: string): number | undefined {
  const match = /^(-?)(\d{1,3}(?:[.,'’\s]\d{3})+|\d+)(?:[.,](\d{1,4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = decimalsOf(currency);
  if (fraction.length > digits) return undefined;
  const minor = Number(whole.replaceAll(/\D/g, '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? (sign ? -minor : minor) : undefined;
}

/** Minor units as somebody would type them in that locale: "19,99". */
export function typedAmount(amountMinor: number, currency: string, locale: string): string {
  const comma =
    new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  return decimalText(amountMinor, currency).replace('.', comma);
}

/** An amount; a dash when there is none. */
export function Money({ of, signed = false }: { of: MoneyValue | null | undefined; signed?: boolean }) {
  const { locale } = useReader();
  if (!of) return <span className="faint">–</span>;
  const text = formatMoney(of, locale);
  return <span className="figure">{signed && of.amountMinor > 0 ? `+${text}` : text}</span>;
}
