import { decimalOf } from '#kernel/money.ts';
import type { CatalogueEntry } from '#modules/catalog/index.ts';
import { safeCell, writeBreaks, writeList } from './cells.ts';
import { wooColumns, wooExtras } from './columns.ts';
import type { WooColumn } from './columns.ts';
import { extrasOf } from './extras.ts';
import type { ExportShop } from './export-shop.ts';

type Cells = Partial<Record<WooColumn, string>>;
type Variant = CatalogueEntry['variants'][number];

const mostOptions = 3;
const slotsOf = ({ most }: ExportShop): number => most + mostOptions;

export function wooHeadings(shop: ExportShop): string[] {
  const attributes = Array.from({ length: slotsOf(shop) }, (_slot, index) => index + 1).flatMap((n) => [
    `Attribute ${n} name`,
    `Attribute ${n} value(s)`,
    `Attribute ${n} visible`,
    `Attribute ${n} global`,
  ]);
  const units: Partial<Record<WooColumn, string>> = {
    weight: ' (kg)',
    length: ' (cm)',
    width: ' (cm)',
    height: ' (cm)',
  };
  return [...wooColumns.map(([key, heading]) => `${heading}${units[key] ?? ''}`), ...attributes, wooExtras];
}

/** A product as WooCommerce writes it: a row of its own, and one per variation that names it as its parent. */
export function wooRows(entry: CatalogueEntry, id: number, shop: ExportShop): string[][] {
  const only = entry.options.length === 0 ? entry.variants[0] : undefined;
  const attributes = [
    ...entry.options.map(({ name, values }) => [safeCell(name), safeCell(writeList(values)), '1', '0']),
    ...entry.attributes.map(({ label, value }) => [safeCell(label), safeCell(writeList([value])), '1', '0']),
  ];
  const head: Cells = {
    ...(only && figuresOf(only, shop)),
    id: String(id),
    type: only ? (only.requiresShipping ? 'simple' : 'simple, virtual') : 'variable',
    name: safeCell(entry.title),
    published: entry.status === 'active' ? '1' : '-1',
    featured: '0',
    visibility: 'visible',
    description: safeCell(writeBreaks(entry.descriptionHtml)),
    reviews: '1',
    categories: safeCell(
      writeList(entry.category.length > 0 ? [entry.category.map(({ title }) => title).join(' > ')] : []),
    ),
    tags: safeCell(writeList(entry.tags)),
    images: writeList(entry.pictures.map((picture) => picture.sourceUrl ?? shop.pictureUrl(picture.id))),
    position: '0',
  };
  const own = line(head, attributes, JSON.stringify(wooExtrasOf(entry)), shop);
  if (only) return [own];
  return [own, ...entry.variants.map((variant, index) => variation(entry, variant, index, id, shop))];
}

function variation(
  entry: CatalogueEntry,
  variant: Variant,
  index: number,
  parent: number,
  shop: ExportShop,
): string[] {
  const shown = entry.pictures.find(({ id }) => id === variant.mediaId);
  const cells: Cells = {
    ...figuresOf(variant, shop),
    type: variant.requiresShipping ? 'variation' : 'variation, virtual',
    name: safeCell(`${entry.title} - ${variant.options.join(', ')}`),
    published: '1',
    visibility: 'visible',
    images: shown ? writeList([shown.sourceUrl ?? shop.pictureUrl(shown.id)]) : '',
    parent: `id:${parent}`,
    position: String(index + 1),
  };
  return line(
    cells,
    entry.options.map(({ name }, at) => [
      safeCell(name),
      safeCell(writeList([variant.options[at] ?? ''])),
      '',
      '0',
    ]),
    '',
    shop,
  );
}

function figuresOf(variant: Variant, shop: ExportShop): Cells {
  const decimal = (minor: number | null): string =>
    minor === null ? '' : decimalOf(BigInt(minor), shop.currency);
  const stock = shop.stock.get(variant.offerId) ?? 0;
  const classes: Readonly<Record<string, string>> = {
    standard: '',
    exempt: '',
    reduced: 'reduced-rate',
    zero: 'zero-rate',
  };
  return {
    sku: safeCell(variant.sku ?? ''),
    gtin: safeCell(variant.gtin ?? ''),
    taxStatus: variant.taxClass === 'exempt' ? 'none' : 'taxable',
    taxClass: classes[variant.taxClass] ?? variant.taxClass,
    inStock: stock > 0 ? '1' : '0',
    stock: String(stock),
    backorders: '0',
    soldIndividually: '0',
    weight: decimalOf(BigInt(variant.weightGrams), 'KWD').replace(/\.?0+$/, '') || '0',
    regularPrice: decimal(variant.compareAtMinor ?? variant.amountMinor),
    salePrice: variant.compareAtMinor === null ? '' : decimal(variant.amountMinor),
  };
}

function line(
  cells: Cells,
  attributes: readonly (readonly string[])[],
  extras: string,
  shop: ExportShop,
): string[] {
  const slots = Array.from(
    { length: slotsOf(shop) },
    (_slot, index) => attributes[index] ?? ['', '', '', ''],
  );
  return [...wooColumns.map(([key]) => cells[key] ?? ''), ...slots.flat(), extras];
}

function wooExtrasOf(entry: CatalogueEntry) {
  const shown =
    entry.options.length === 0 ? entry.pictures.findIndex(({ id }) => id === entry.variants[0]?.mediaId) : -1;
  const texts = {
    vendor: entry.vendor,
    productType: entry.productType,
    seoTitle: entry.seoTitle,
    seoDescription: entry.seoDescription,
  };
  return {
    slug: entry.slug,
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)),
    status: entry.status,
    ...(entry.condition !== 'new' && { condition: entry.condition }),
    ...extrasOf(entry),
    ...(shown >= 0 && { shown }),
    ...(entry.pictures.some(({ alt }) => alt !== '') && { alts: entry.pictures.map(({ alt }) => alt) }),
  };
}
