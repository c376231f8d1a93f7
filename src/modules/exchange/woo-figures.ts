import type { StagedRow, VariantFigures } from './assembled.ts';
import { text } from './assemble-shopify.ts';
import { readAmount, readWhole, readYes } from './cells.ts';
import { quoted } from './note-taker.ts';
import type { NoteTaker } from './note-taker.ts';

/** Price and stock of a WooCommerce row. A sale without dates is the price, compared with the regular one; one with dates comes and goes. */
export function wooFigures(
  row: StagedRow,
  main: StagedRow,
  currency: string,
  say: NoteTaker,
): VariantFigures {
  const amount = (key: 'regularPrice' | 'salePrice'): bigint | null => {
    const written = text(row, key);
    if (written === undefined) return null;
    const minor = readAmount(written, currency);
    if (minor === undefined)
      say.reject(row.line, key, 'price', `${quoted(written)} is not a price in ${currency}.`);
    return minor ?? null;
  };
  const regular = amount('regularPrice');
  const sale = amount('salePrice');
  const from = dayOf(row, 'saleFrom', 'start', say);
  const to = dayOf(row, 'saleTo', 'end', say);
  const isSale = sale !== null && (regular === null || sale < regular);
  if (sale !== null && !isSale)
    say.warn(
      row.line,
      'salePrice',
      'sale',
      'The sale price is not lower than the regular price and was left out.',
    );
  if (regular === null && sale === null)
    say.warn(
      row.line,
      'regularPrice',
      'price.missing',
      'There is no price; it cannot be bought until it has one.',
    );
  const quantity = quantityOf(row, main, say);
  const base = { line: row.line, quantity };
  if (!isSale || sale === null) return { ...base, price: regular, compareAt: null, sale: null };
  if (regular !== null && (from || to))
    return { ...base, price: regular, compareAt: null, sale: { price: sale, from, to } };
  return { ...base, price: sale, compareAt: regular, sale: null };
}

function dayOf(row: StagedRow, key: string, end: 'start' | 'end', say: NoteTaker): Date | null {
  const written = text(row, key);
  if (written === undefined) return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2}))?/.exec(written);
  const at = day
    ? new Date(`${day[1] ?? ''}T${day[2] ?? (end === 'start' ? '00:00:00' : '23:59:59')}Z`)
    : undefined;
  if (at && !Number.isNaN(at.getTime())) return at;
  say.warn(
    row.line,
    key,
    'date',
    `${quoted(written)} is not a day; the sale is taken to have no such limit.`,
  );
  return null;
}

function quantityOf(row: StagedRow, main: StagedRow, say: NoteTaker): number | null {
  const own = text(row, 'stock');
  const written = own?.toLowerCase() === 'parent' ? text(main, 'stock') : own;
  if (own?.toLowerCase() === 'parent')
    say.warn(
      row.line,
      'stock',
      'stock.shared',
      'The variations share one stock there; here each of them has that many.',
    );
  const isBackorder =
    ['1', 'notify', 'yes'].includes(text(row, 'backorders')?.toLowerCase() ?? '') ||
    text(row, 'inStock') === 'backorder';
  if (isBackorder)
    say.warn(
      row.line,
      'backorders',
      'backorder',
      'Selling without stock is not carried over; it sells what is there.',
    );
  if (written === undefined) {
    if (readYes(text(row, 'inStock')) ?? true)
      say.warn(
        row.line,
        'stock',
        'stock.untracked',
        'Stock was not counted there. Here everything is counted: it is sold out until you enter a quantity.',
      );
    return 0;
  }
  const quantity = readWhole(written);
  if (quantity === undefined) {
    say.reject(row.line, 'stock', 'stock', `${quoted(written)} is not a whole number of pieces.`);
    return null;
  }
  if (quantity < 0) say.warn(row.line, 'stock', 'stock.negative', `The stock is ${quantity}; it becomes 0.`);
  return Math.max(0, quantity);
}
