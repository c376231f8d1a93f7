import { productProblems, removedFrom, slugOf } from '#modules/catalog/index.ts';
import type {
  Condition,
  PictureInput,
  ProductInput,
  ProductStatus,
  VariantInput,
} from '#modules/catalog/index.ts';
import type { Assembled, Shop, StagedRow, VariantFigures } from './assembled.ts';
import { plainCell, readAmount, readGrams, readWhole, readYes } from './cells.ts';
import { attributesFrom } from './attributes-from.ts';
import { readExtras } from './extras.ts';
import { noteTaker, quoted } from './note-taker.ts';
import type { NoteTaker } from './note-taker.ts';
import { notePicture, noteProblems } from './note-problems.ts';
import type { Format } from './tables.ts';

const optionKeys = [1, 2, 3] as const;
const googleConditions: Readonly<Record<string, Condition>> = {
  new: 'new',
  refurbished: 'refurbished',
  used: 'used_good',
};

/** Puts a product together from the rows of one handle: the first says what it is, each may be a variant, a picture or both. */
export function assembleShopify(
  rows: readonly StagedRow[],
  format: Format,
  slug: string,
  { currency }: Shop,
): Assembled {
  const say = noteTaker(format);
  const first = rows[0] ?? { line: 0, cells: {}, clash: null };
  const cell = (key: string): string | undefined => text(first, key);
  const extras = readExtras(first.cells['extras']);
  if (!extras)
    say.warn(first.line, null, 'extras', 'The Kontor column does not hold what we wrote and was not used.');
  const names = optionKeys.map((n) =>
    rows.map((row) => text(row, `option${n}Name`)).find((name) => name !== undefined),
  );
  const isSingle =
    names[0]?.toLowerCase() === 'title' &&
    rows.every((row) => ['default title', undefined].includes(text(row, 'option1Value')?.toLowerCase()));
  const used = isSingle ? [] : optionKeys.filter((n) => names[n - 1] !== undefined);
  const pictures = picturesOf(rows, say);
  const variants = rows.filter((row, index) => index === 0 || isVariant(row));

  if (!cell('title')) say.reject(first.line, 'title', 'title.missing', 'The product has no title.');
  if (readYes(cell('giftCard')))
    say.reject(first.line, 'giftCard', 'giftCard', 'Gift cards cannot be sold here yet.');
  for (const n of optionKeys)
    if (!isSingle && !used.includes(n) && rows.some((row) => text(row, `option${n}Value`)))
      say.reject(first.line, `option${n}Name`, 'option.name', `Option ${n} has values but no name.`);

  const input: ProductInput = {
    title: cell('title') ?? '',
    slug,
    descriptionHtml: bodyOf(first, say),
    vendor: cell('vendor') ?? null,
    productType: cell('type') ?? null,
    tags:
      extras?.tags ??
      (cell('tags') ?? '')
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    status: statusOf(first, say),
    condition: conditionOf(extras?.condition ?? cell('condition')),
    seoTitle: cell('seoTitle') ?? null,
    seoDescription: cell('seoDescription') ?? null,
    category:
      extras?.category ??
      (cell('category') ?? '')
        .split('>')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    collections: extras?.collections ?? (cell('collection') ? [cell('collection') ?? ''] : []),
    attributes: attributesFrom(metafieldsOf(first), 'code', extras, first.line, say),
    options: used.map((n) => {
      const name = names[n - 1] ?? '';
      const values = extras?.options?.find((option) => option.name === name)?.values;
      return { name, ...(values && { values }) };
    }),
    variants: variants.map((row) => variantOf(row, used, pictures, say)),
    pictures,
  };
  noteProblems(
    productProblems(input),
    variants.map(({ line }) => line),
    say,
  );
  return { input, figures: variants.map((row) => figuresOf(row, currency, say)), notes: say.notes };
}

/** A cell as a person would read it; undefined when nothing is in it. */
export function text(row: StagedRow, key: string): string | undefined {
  return plainCell((row.cells[key] ?? '').trim()).trim() || undefined;
}

const isVariant = (row: StagedRow): boolean =>
  ['option1Value', 'sku', 'price', 'quantity', 'barcode'].some((key) => text(row, key) !== undefined);

function bodyOf(row: StagedRow, say: NoteTaker): string {
  const body = plainCell(row.cells['body'] ?? '');
  const removed = removedFrom(body);
  if (removed.length > 0)
    say.warn(row.line, 'body', 'html.removed', `Taken out of the description: ${removed.join(', ')}.`);
  return body;
}

function statusOf(row: StagedRow, say: NoteTaker): ProductStatus {
  const status = text(row, 'status')?.toLowerCase();
  const isPublished = readYes(text(row, 'published'));
  if (status === 'archived' || status === 'draft') return status;
  if (status !== undefined && status !== 'active') {
    say.warn(
      row.line,
      'status',
      'status.unknown',
      `The status ${quoted(status)} is not known; the product becomes a draft.`,
    );
    return 'draft';
  }
  if (status === 'active' && isPublished === false)
    say.warn(
      row.line,
      'published',
      'unpublished',
      'It is active but not published there; it becomes a draft.',
    );
  if (isPublished === undefined && text(row, 'published') !== undefined)
    say.warn(
      row.line,
      'published',
      'published.unclear',
      'Neither true nor false; the product becomes a draft.',
    );
  return isPublished === false ||
    (isPublished === undefined && (status === undefined || text(row, 'published') !== undefined))
    ? 'draft'
    : 'active';
}

function conditionOf(word: string | undefined): Condition {
  const known = [
    'new',
    'open_box',
    'refurbished',
    'used_like_new',
    'used_good',
    'used_fair',
    'for_parts',
  ] as const;
  return (
    known.find((condition) => condition === word) ?? googleConditions[word?.toLowerCase() ?? ''] ?? 'new'
  );
}

function metafieldsOf(row: StagedRow): { code: string; label: string; value: string }[] {
  return Object.keys(row.cells)
    .filter((key) => key.startsWith('meta.'))
    .flatMap((key) => {
      const [code = '', label = code] = key.slice('meta.'.length).split('|');
      const value = text(row, key);
      return value === undefined ? [] : [{ code, label, value }];
    });
}

function picturesOf(rows: readonly StagedRow[], say: NoteTaker): PictureInput[] {
  const found = rows.flatMap((row, order) => {
    const url = text(row, 'image');
    if (!url || !notePicture(url, row.line, 'image', say)) return [];
    return [
      {
        url,
        alt: text(row, 'imageAlt') ?? '',
        at: readWhole(text(row, 'imagePosition') ?? '') ?? order + 1,
        order,
      },
    ];
  });
  const sorted = found.toSorted((a, b) => a.at - b.at || a.order - b.order);
  const byUrl = new Map(sorted.map(({ url, alt }) => [url, { url, alt }]));
  for (const row of rows) {
    const url = text(row, 'variantImage');
    if (url && !byUrl.has(url) && notePicture(url, row.line, 'variantImage', say))
      byUrl.set(url, { url, alt: '' });
  }
  return [...byUrl.values()];
}

function variantOf(
  row: StagedRow,
  used: readonly number[],
  pictures: readonly PictureInput[],
  say: NoteTaker,
): VariantInput {
  if (row.clash) say.reject(row.line, 'sku', 'sku.taken', row.clash);
  const grams = text(row, 'grams');
  const weight = grams === undefined ? 0 : readGrams(grams, 'g');
  if (weight === undefined)
    say.reject(row.line, 'grams', 'weight', `${quoted(grams ?? '')} is not a weight in grams.`);
  if (readYes(text(row, 'policy')))
    say.warn(
      row.line,
      'policy',
      'backorder',
      'Selling without stock is not carried over; it sells what is there.',
    );
  const taxCode = text(row, 'taxCode');
  const isKnown =
    taxCode !== undefined && /^(standard|reduced|reduced-2|reduced-3|zero|exempt)$/.test(taxCode);
  if (taxCode !== undefined && !isKnown)
    say.warn(
      row.line,
      'taxCode',
      'taxCode',
      `The tax code ${quoted(taxCode)} is not known here; the standard rate applies.`,
    );
  const shown = pictures.findIndex(
    (picture) => 'url' in picture && picture.url === text(row, 'variantImage'),
  );
  return {
    options: used.map((n) => text(row, `option${n}Value`) ?? ''),
    sku: text(row, 'sku') ?? null,
    gtin: text(row, 'barcode') ?? null,
    weightGrams: weight ?? 0,
    requiresShipping: readYes(text(row, 'requiresShipping')) ?? true,
    taxClass: isKnown ? taxCode : readYes(text(row, 'taxable')) === false ? 'exempt' : 'standard',
    picture: shown < 0 ? null : shown,
  };
}

function figuresOf(row: StagedRow, currency: string, say: NoteTaker): VariantFigures {
  const amount = (key: 'price' | 'compareAt'): bigint | null => {
    const written = text(row, key);
    if (written === undefined) return null;
    const minor = readAmount(written, currency);
    if (minor === undefined)
      say.reject(row.line, key, 'price', `${quoted(written)} is not a price in ${currency}.`);
    return minor ?? null;
  };
  const price = amount('price');
  const compareAt = amount('compareAt');
  if (price === null)
    say.warn(row.line, 'price', 'price.missing', 'There is no price; it cannot be bought until it has one.');
  if (price === 0n) say.warn(row.line, 'price', 'price.zero', 'The price is zero.');
  const isReduced = price !== null && compareAt !== null && compareAt > price;
  if (compareAt !== null && compareAt !== 0n && !isReduced)
    say.warn(
      row.line,
      'compareAt',
      'compareAt',
      'The former price is not higher than the price and was left out.',
    );
  return {
    line: row.line,
    price,
    compareAt: isReduced ? compareAt : null,
    sale: null,
    quantity: quantityOf(row, say),
  };
}

function quantityOf(row: StagedRow, say: NoteTaker): number | null {
  const written = text(row, 'quantity');
  const quantity = readWhole(written ?? '0');
  if (quantity === undefined) {
    say.reject(row.line, 'quantity', 'stock', `${quoted(written ?? '')} is not a whole number of pieces.`);
    return null;
  }
  if (quantity < 0)
    say.warn(row.line, 'quantity', 'stock.negative', `The stock is ${quantity}; it becomes 0.`);
  if (quantity === 0 && text(row, 'tracker') === undefined && row.cells['requiresShipping'] !== undefined)
    say.warn(
      row.line,
      'tracker',
      'stock.untracked',
      'Stock was not counted there. Here everything is counted: it is sold out until you enter a quantity.',
    );
  return Math.max(0, quantity);
}

/** The address for a handle; what cannot stand in an address is spelt anew. */
export const slugFor = (handle: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,199}$/u.test(handle) ? handle : slugOf(handle);
