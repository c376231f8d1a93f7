import { decimalText } from './amount.ts';
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

export function formatMoney({ amountMinor, currency }: MoneyValue, locale: string): string {
  return formatOf(currency, locale).format(decimalText(amountMinor, currency) as Intl.StringNumericLiteral);
}

/** An amount; a dash when there is none. */
export function Money({ of, signed = false }: { of: MoneyValue | null | undefined; signed?: boolean }) {
  const { locale } = useReader();
  if (!of) return <span className="faint">–</span>;
  const text = formatMoney(of, locale);
  return <span className="figure">{signed && of.amountMinor > 0 ? `+${text}` : text}</span>;
}
