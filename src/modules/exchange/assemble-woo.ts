import { productProblems, removedFrom } from '#modules/catalog/index.ts';
import type {
  Condition,
  PictureInput,
  ProductInput,
  ProductStatus,
  VariantInput,
} from '#modules/catalog/index.ts';
import type { Assembled, Shop, StagedRow } from './assembled.ts';
import { text } from './assemble-shopify.ts';
import { attributesFrom, codeOf } from './attributes-from.ts';
import { plainCell, readBreaks, readGrams, readList, readWhole, readYes } from './cells.ts';
import { readExtras } from './extras.ts';
import type { Extras } from './extras.ts';
import { noteTaker, quoted } from './note-taker.ts';
import type { NoteTaker } from './note-taker.ts';
import { notePicture, noteProblems } from './note-problems.ts';
import { wooFigures } from './woo-figures.ts';

/** The words of a Type cell: it can hold several, "simple, downloadable, virtual". */
export const typesOf = (row: StagedRow): string[] =>
  (text(row, 'type') ?? 'simple')
    .toLowerCase()
    .split(',')
    .map((type) => type.trim());

const cannotBeSold: Readonly<Record<string, string>> = {
  grouped: 'Grouped products cannot be sold here yet; its parts are imported by themselves.',
  external: 'Products that are sold on another site cannot be listed here yet.',
  subscription: 'Subscriptions cannot be sold here yet.',
  'variable-subscription': 'Subscriptions cannot be sold here yet.',
  bundle: 'Bundles cannot be imported yet.',
  composite: 'Bundles cannot be imported yet.',
};

/** Puts a product together from its own row and the rows of its variations, wherever in the file they were. */
export function assembleWoo(rows: readonly StagedRow[], slug: string, { currency }: Shop): Assembled {
  const say = noteTaker('woocommerce');
  const main = rows.find((row) => !typesOf(row).includes('variation')) ?? {
    line: rows[0]?.line ?? 0,
    cells: {},
    clash: null,
  };
  const variations = rows.filter((row) => row !== main).toSorted(inOrder);
  const types = typesOf(main);
  const extras = readExtras(main.cells['extras']);
  if (!extras)
    say.warn(main.line, null, 'extras', 'The Kontor column does not hold what we wrote and was not used.');
  noteType(main, types, variations, say);
  if (!text(main, 'name')) say.reject(main.line, 'name', 'title.missing', 'The product has no name.');

  const sold = variations.length > 0 ? variations : [main];
  const columns = attributesOf(main);
  const names = optionNames(columns, variations);
  const pictures = picturesOf(main, variations, extras, say);
  const input: ProductInput = {
    title: text(main, 'name') ?? '',
    slug,
    descriptionHtml: descriptionOf(main, say),
    vendor: extras?.vendor ?? null,
    productType: extras?.productType ?? null,
    tags: extras?.tags ?? readList(text(main, 'tags') ?? ''),
    status: statusOf(main, extras, say),
    condition: (extras?.condition as Condition | undefined) ?? 'new',
    seoTitle: extras?.seoTitle ?? null,
    seoDescription: extras?.seoDescription ?? null,
    category: extras?.category ?? categoryOf(main, say),
    collections: extras?.collections ?? [],
    attributes: attributesFrom(plainAttributes(columns, names), 'label', extras, main.line, say),
    options: names.map((name) => ({
      name,
      values:
        extras?.options?.find((option) => option.name === name)?.values ??
        columns.find((column) => column.name === name)?.values ??
        [],
    })),
    variants: sold.map((row) => variantOf(row, main, names, pictures, extras, say)),
    pictures,
  };
  noteProblems(
    productProblems(input),
    sold.map(({ line }) => line),
    say,
  );
  return { input, figures: sold.map((row) => wooFigures(row, main, currency, say)), notes: say.notes };
}

const inOrder = (a: StagedRow, b: StagedRow): number =>
  (readWhole(text(a, 'position') ?? '') ?? 0) - (readWhole(text(b, 'position') ?? '') ?? 0) ||
  a.line - b.line;

function noteType(
  main: StagedRow,
  types: readonly string[],
  variations: readonly StagedRow[],
  say: NoteTaker,
): void {
  const known = new Set(['simple', 'variable', 'virtual', 'downloadable', ...Object.keys(cannotBeSold)]);
  for (const type of types) {
    const because = cannotBeSold[type];
    if (because) say.reject(main.line, 'type', 'type.unsold', because);
    else if (!known.has(type))
      say.reject(main.line, 'type', 'type.unknown', `The type ${quoted(type)} is not known here.`);
  }
  if (types.includes('variable') && variations.length === 0)
    say.reject(main.line, 'type', 'variations.missing', 'The file has no variations of this product.');
  if (!types.includes('variable') && variations.length > 0)
    say.reject(
      main.line,
      'type',
      'variations.unexpected',
      `Line ${variations[0]?.line ?? 0} is a variation of this product, but its type is not variable.`,
    );
  if (types.includes('downloadable'))
    say.warn(main.line, 'type', 'download', 'Its files to download are not carried over.');
}

interface AttributeColumn {
  readonly name: string;
  readonly raw: string;
  readonly values: readonly string[];
}

function attributesOf(row: StagedRow): AttributeColumn[] {
  return Object.keys(row.cells)
    .flatMap((key) => /^attribute\.(\d+)\.name$/.exec(key)?.[1] ?? [])
    .toSorted((a, b) => Number(a) - Number(b))
    .flatMap((n) => {
      const name = text(row, `attribute.${n}.name`);
      const raw = text(row, `attribute.${n}.values`) ?? '';
      return name === undefined ? [] : [{ name, raw, values: readList(raw) }];
    });
}

/** What can be chosen: every attribute that a variation names, in the order of the product. */
function optionNames(columns: readonly AttributeColumn[], variations: readonly StagedRow[]): string[] {
  const named = new Set(variations.flatMap((row) => attributesOf(row).map(({ name }) => name)));
  return [...columns.map(({ name }) => name).filter((name) => named.delete(name)), ...named];
}

const plainAttributes = (columns: readonly AttributeColumn[], options: readonly string[]) =>
  columns
    .filter(({ name, values }) => !options.includes(name) && values.length > 0)
    .map(({ name, values }) => ({ code: codeOf(name), label: name, value: values.join(', ') }));

function variantOf(
  row: StagedRow,
  main: StagedRow,
  names: readonly string[],
  pictures: readonly PictureInput[],
  extras: Extras | undefined,
  say: NoteTaker,
): VariantInput {
  if (row.clash) say.reject(row.line, 'sku', 'sku.taken', row.clash);
  const attributes = attributesOf(row);
  const chosen = names.map((name) => {
    const value = attributes.find((attribute) => attribute.name === name)?.raw.replaceAll('\\,', ',') ?? '';
    if (value === '')
      say.warn(
        row.line,
        null,
        'variation.any',
        `This variation fits any ${quoted(name)}; here it is one choice called "Any".`,
      );
    return value || 'Any';
  });
  const shown = readImages(row)[0];
  const index =
    row === main
      ? (extras?.shown ?? -1)
      : pictures.findIndex((picture) => 'url' in picture && picture.url === shown);
  const types = [...typesOf(row), ...typesOf(main)];
  return {
    options: row === main ? [] : chosen,
    sku: text(row, 'sku') ?? null,
    gtin: text(row, 'gtin') ?? null,
    weightGrams: weightOf(row, say) ?? (row === main ? undefined : weightOf(main, say)) ?? 0,
    requiresShipping: !types.includes('virtual'),
    taxClass: taxClassOf(row, main, say),
    picture: index < 0 || index >= pictures.length ? null : index,
  };
}

function weightOf(row: StagedRow, say: NoteTaker): number | undefined {
  const key = Object.keys(row.cells).find((name) => name === 'weight' || name.startsWith('weight.'));
  const written = key === undefined ? undefined : text(row, key);
  if (key === undefined || written === undefined) return undefined;
  const grams = readGrams(written, key.split('.')[1] ?? 'kg');
  if (grams === undefined) say.reject(row.line, 'weight', 'weight', `${quoted(written)} is not a weight.`);
  return grams;
}

const taxWords: Readonly<Record<string, string>> = {
  'reduced-rate': 'reduced',
  'zero-rate': 'zero',
  standard: 'standard',
};

function taxClassOf(row: StagedRow, main: StagedRow, say: NoteTaker): string {
  const own = text(row, 'taxClass');
  const word = own === 'parent' ? text(main, 'taxClass') : own;
  const status = (text(row, 'taxStatus') ?? text(main, 'taxStatus') ?? 'taxable').toLowerCase();
  if (status === 'none') return 'exempt';
  if (word === undefined) return 'standard';
  const known =
    taxWords[word] ?? (/^(reduced|reduced-2|reduced-3|zero|exempt)$/.test(word) ? word : undefined);
  if (known === undefined)
    say.warn(
      row.line,
      'taxClass',
      'taxClass',
      `The tax class ${quoted(word)} is not known here; the standard rate applies.`,
    );
  return known ?? 'standard';
}

function descriptionOf(row: StagedRow, say: NoteTaker): string {
  const long = readBreaks(plainCell(row.cells['description'] ?? ''));
  const short = readBreaks(plainCell(row.cells['shortDescription'] ?? ''));
  const paragraph = short.trim() === '' || /<(p|ul|ol|h\d|table)\b/i.test(short) ? short : `<p>${short}</p>`;
  const html = [paragraph, long].filter((part) => part.trim() !== '').join('\n');
  const removed = removedFrom(html);
  if (removed.length > 0)
    say.warn(row.line, 'description', 'html.removed', `Taken out of the description: ${removed.join(', ')}.`);
  return html;
}

function statusOf(row: StagedRow, extras: Extras | undefined, say: NoteTaker): ProductStatus {
  if (extras?.status) return extras.status;
  const visibility = text(row, 'visibility')?.toLowerCase();
  if (visibility === 'hidden') {
    say.warn(row.line, 'visibility', 'hidden', 'It is hidden in that shop; it becomes a draft.');
    return 'draft';
  }
  return readWhole(text(row, 'published') ?? '0') === 1 || readYes(text(row, 'published')) === true
    ? 'active'
    : 'draft';
}

function categoryOf(row: StagedRow, say: NoteTaker): string[] {
  const all = readList(text(row, 'categories') ?? '');
  if (all.length > 1)
    say.warn(
      row.line,
      'categories',
      'categories',
      `A product stands on one shelf here; ${quoted(all[0] ?? '')} was taken, ${all.length - 1} more left out.`,
    );
  return (all[0] ?? '')
    .split('>')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const readImages = (row: StagedRow): string[] => readList(text(row, 'images') ?? '');

function picturesOf(
  main: StagedRow,
  variations: readonly StagedRow[],
  extras: Extras | undefined,
  say: NoteTaker,
): PictureInput[] {
  const urls = new Set<string>();
  for (const row of [main, ...variations])
    for (const url of readImages(row))
      if (!urls.has(url) && notePicture(url, row.line, 'images', say)) urls.add(url);
  return [...urls].map((url, index) => ({ url, alt: extras?.alts?.[index] ?? '' }));
}
