import type { AttributeValue } from './product.ts';
import type { AttributeKind } from './tables.ts';

/** The stored text of a value, or undefined when it does not fit the kind. Numbers lose needless zeros: "1.50" is "1.5". */
export function storedValue(value: AttributeValue, kind: AttributeKind): string | undefined {
  switch (kind) {
    case 'boolean': {
      const text = String(value).trim().toLowerCase();
      return text === 'true' || text === 'false' ? text : undefined;
    }
    case 'number': {
      const number =
        typeof value === 'number'
          ? value
          : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim())
            ? Number(value)
            : NaN;
      return Number.isFinite(number) && Math.abs(number) < 1e15 ? plainDecimal(number) : undefined;
    }
    case 'text':
    case 'choice': {
      const text = String(value).trim();
      return text !== '' && text.length <= 1000 ? text : undefined;
    }
  }
}

const plainDecimal = (number: number): string =>
  Object.is(number, -0) ? '0' : number.toFixed(9).replace(/\.?0+$/, '');

export const kindOf = (value: AttributeValue): AttributeKind =>
  typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'text';

const yesNo = { en: { true: 'Yes', false: 'No' }, de: { true: 'Ja', false: 'Nein' } } as const;

/** A stored value as the buyer reads it: "350 ml", "Yes". */
export function shownValue(
  value: string,
  kind: AttributeKind,
  unit: string | null,
  locale: 'en' | 'de',
): string {
  if (kind === 'boolean') return yesNo[locale][value === 'true' ? 'true' : 'false'];
  if (kind !== 'number') return value;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 9 }).format(Number(value));
  return unit ? `${number} ${unit}` : number;
}
