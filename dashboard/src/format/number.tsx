import { useReader } from '../words/words.ts';

const formats = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, locale: string): string {
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format.format(value);
}

/** A quantity or a count, in the reader's figures. */
export function Figure({ of, signed = false }: { of: number; signed?: boolean }) {
  const { locale } = useReader();
  return (
    <span className="figure">
      {signed && of > 0 ? '+' : ''}
      {formatNumber(of, locale)}
    </span>
  );
}

/** A share in basis points as a percentage: 1900 is 19 %. */
export function formatRate(basisPoints: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(
    basisPoints / 10_000,
  );
}
