import type { ProductInput } from '#modules/catalog/index.ts';
import { slugOf } from '#modules/catalog/index.ts';
import type { Extras } from './extras.ts';
import { quoted } from './note-taker.ts';
import type { NoteTaker } from './note-taker.ts';

type Attributes = NonNullable<ProductInput['attributes']>;

/**
 * Attributes from a file's columns. Where our own column says what kind one is, it is that; anything else is text, and
 * nobody filters by it until the shop says so.
 */
export function attributesFrom(
  columns: readonly { readonly code: string; readonly label: string; readonly value: string }[],
  by: 'code' | 'label',
  extras: Extras | undefined,
  line: number,
  say: NoteTaker,
): Attributes {
  const found: Record<string, Attributes[string]> = {};
  for (const { code, label, value } of columns) {
    const isOurs = extras?.attributes?.some((attribute) =>
      by === 'code' ? attribute.code === code : attribute.label === label,
    );
    const name = codeOf(code);
    if (name === '' || isOurs) continue;
    if (value.length > 1000 || label.length > 200 || name in found) {
      say.warn(line, label, 'attribute', `${quoted(value)} is too long or named twice and was left out.`);
      continue;
    }
    found[name] = { value, label, kind: 'text', filterable: false };
  }
  for (const { code, label, kind, unit, filterable, value } of extras?.attributes ?? []) {
    // Two attributes of one label cannot be told apart by it: then our own column knows better.
    const same = columns.filter((one) => (by === 'code' ? one.code === code : one.label === label));
    const isTwin = (extras?.attributes ?? []).filter((one) => one.label === label).length > 1;
    const now = (by === 'label' && isTwin ? undefined : same[0]?.value) ?? value;
    const isFit =
      kind === 'number'
        ? /^-?\d{1,15}(\.\d+)?$/.test(now)
        : kind === 'boolean'
          ? /^(true|false)$/i.test(now)
          : now.trim() !== '' && now.length <= 1000;
    if (!isFit) say.warn(line, label, 'attribute', `${quoted(now)} is not a ${kind} and was left out.`);
    else found[code] = { value: now, label, kind, unit: unit ?? null, filterable };
  }
  return found;
}

/** The code for a foreign name: small letters, digits, dashes. */
export const codeOf = (name: string): string =>
  slugOf(name)
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '')
    .slice(0, 63);
