import { postcodes } from './postcodes.ts';

/** Unicode in one form, one space between words, none around them. */
export const tidy = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const classes: Readonly<Record<string, RegExp>> = { n: /^[0-9]$/, a: /^[A-Z]$/, '*': /^[A-Z0-9]$/ };

/** Puts letters and digits into a shape; lenient takes the letter O for a zero. Shape: undefined when they do not fit. */
function fit(bare: string, shape: string, lenient: boolean): string | undefined {
  let at = 0;
  let written = '';
  for (const sign of shape) {
    if (sign === ' ' || sign === '-') {
      written += sign;
      continue;
    }
    const typed = bare[at] ?? '';
    const next = lenient && sign === 'n' ? typed.replace('O', '0') : typed;
    const wanted = classes[sign];
    if (wanted ? !wanted.test(next) : next !== sign) return undefined;
    written += next;
    at += 1;
  }
  return at === bare.length ? written : undefined;
}

/**
 * A postcode as its country writes it: "sw1a1aa" becomes "SW1A 1AA", "D-10115" becomes "10115".
 *
 * Shape: undefined when it is not one; the text itself where a country has none.
 */
export function readPostcode(text: string, country: string): string | undefined {
  const postcode = postcodes.get(country);
  const typed = tidy(text).normalize('NFKC').toUpperCase();
  if (!postcode) return typed;
  const bare = typed.replace(/[^A-Z0-9]/g, '');
  // "D-10115", "CH 8001", "LT-04340": the sign of the country in front, as on old envelopes.
  const homeless = bare.replace(new RegExp(`^(?:${country}|[A-Z]{1,3}(?=\\d+$))`), '');
  const start = /^[A-Z0-9 -]*/.exec(postcode.shapes[0] ?? '')?.[0].replace(/[ -]/g, '') ?? '';
  for (const lenient of [false, true])
    for (const attempt of [bare, homeless, start + bare])
      for (const shape of postcode.shapes) {
        const written = fit(attempt, shape, lenient);
        if (written !== undefined) return written;
      }
  return undefined;
}
