import { useReader } from '../words/words.ts';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const short: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
};
const full: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'medium' };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A moment as the reader writes it: with its time when it is near, with its year when that is another one. */
export function formatInstant(iso: string, locale: string): string {
  const at = new Date(iso);
  const now = new Date();
  const isNear =
    at.getFullYear() === now.getFullYear() || Math.abs(now.getTime() - at.getTime()) < 60 * 86_400_000;
  return formatOf(locale, isNear ? 'short' : 'day', isNear ? short : day).format(at);
}

export const formatDay = (iso: string, locale: string): string =>
  formatOf(locale, 'day', day).format(new Date(iso));

export function Instant({ at }: { at: string | null | undefined }) {
  const { locale } = useReader();
  if (!at) return <span className="faint">–</span>;
  return (
    <time dateTime={at} title={formatOf(locale, 'full', full).format(new Date(at))}>
      {formatInstant(at, locale)}
    </time>
  );
}

/** The day alone, where nobody needs the hour. */
export function Day({ at }: { at: string | null | undefined }) {
  const { locale } = useReader();
  return at ? <time dateTime={at}>{formatDay(at, locale)}</time> : <span className="faint">–</span>;
}
