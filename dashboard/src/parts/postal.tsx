import { countryName } from '../format/countries.ts';
import { useReader } from '../words/words.ts';

export interface PostalAddress {
  readonly name?: string;
  readonly company?: string | null;
  readonly line1?: string;
  readonly line2?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
  readonly region?: string | null;
  readonly country?: string;
  readonly phone?: string | null;
}

/** An address as lines; missing parts leave no gap. */
export function Postal({ of }: { of: PostalAddress }) {
  const { locale } = useReader();
  const place = [of.postcode, of.city].filter(Boolean).join(' ');
  const lines = [
    of.name,
    of.company,
    of.line1,
    of.line2,
    place,
    of.region,
    of.country && countryName(of.country, locale),
    of.phone,
  ];
  return (
    <address className="postal">
      {lines
        .filter((line) => line !== undefined && line !== null && line !== '')
        .map((line, index) => (
          <div key={`${index} ${line}`}>{line}</div>
        ))}
    </address>
  );
}
