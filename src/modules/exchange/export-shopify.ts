import { decimalOf } from '#kernel/money.ts';
import type { CatalogueEntry } from '#modules/catalog/index.ts';
import { safeCell } from './cells.ts';
import { shopifyColumns, shopifyExtras } from './columns.ts';
import type { ShopifyColumn } from './columns.ts';
import { extrasOf } from './extras.ts';
import type { ExportShop } from './export-shop.ts';

type Cells = Partial<Record<ShopifyColumn, string>>;

/** Columns that Shopify's importer knows and that we have nothing for are left out. */
const written = shopifyColumns.filter(([key]) => key !== 'collection');

export function shopifyHeadings(isLegacy: boolean, { attributes }: ExportShop): string[] {
  return [
    ...written.map(([, today, older]) => (isLegacy ? older : today)),
    ...attributes.map(({ code, label }) => `${label} (product.metafields.custom.${code})`),
    shopifyExtras,
  ];
}

/** A product as Shopify writes it: one row per variant, pictures beside them, what is about the product on the first row only. */
export function shopifyRows(entry: CatalogueEntry, shop: ExportShop): string[][] {
  const pictures = entry.pictures.map((picture) => ({
    url: picture.sourceUrl ?? shop.pictureUrl(picture.id),
    alt: picture.alt,
    id: picture.id,
  }));
  const count = Math.max(entry.variants.length, pictures.length, 1);
  return Array.from({ length: count }, (_row, index) => {
    const variant = entry.variants[index];
    const picture = pictures[index];
    const cells: Cells = {
      handle: entry.slug,
      ...(index === 0 && headOf(entry)),
      ...(variant && variantOf(entry, variant, shop, pictures)),
      ...(picture && {
        image: picture.url,
        imagePosition: String(index + 1),
        imageAlt: safeCell(picture.alt),
      }),
    };
    const attributes = shop.attributes.map(({ code }) =>
      index === 0 ? safeCell(entry.attributes.find(({ name }) => name === code)?.value ?? '') : '',
    );
    return [...written.map(([key]) => cells[key] ?? ''), ...attributes, index === 0 ? extrasCell(entry) : ''];
  });
}

function headOf(entry: CatalogueEntry): Cells {
  const names = entry.options.length === 0 ? ['Title'] : entry.options.map(({ name }) => name);
  return {
    title: safeCell(entry.title),
    body: safeCell(entry.descriptionHtml),
    vendor: safeCell(entry.vendor ?? ''),
    category: safeCell(entry.category.map(({ title }) => title).join(' > ')),
    type: safeCell(entry.productType ?? ''),
    tags: safeCell(entry.tags.join(', ')),
    published: entry.status === 'active' ? 'TRUE' : 'FALSE',
    status: { active: 'Active', draft: 'Draft', archived: 'Archived' }[entry.status],
    ...Object.fromEntries(names.map((name, index) => [`option${index + 1}Name`, safeCell(name)])),
    giftCard: 'FALSE',
    seoTitle: safeCell(entry.seoTitle ?? ''),
    seoDescription: safeCell(entry.seoDescription ?? ''),
    condition: entry.condition === 'new' || entry.condition === 'refurbished' ? entry.condition : 'used',
  };
}

function variantOf(
  entry: CatalogueEntry,
  variant: CatalogueEntry['variants'][number],
  shop: ExportShop,
  pictures: readonly { id: string; url: string }[],
): Cells {
  const values = entry.options.length === 0 ? ['Default Title'] : variant.options;
  const decimal = (minor: number | null): string =>
    minor === null ? '' : decimalOf(BigInt(minor), shop.currency);
  return {
    ...Object.fromEntries(values.map((value, index) => [`option${index + 1}Value`, safeCell(value)])),
    sku: safeCell(variant.sku ?? ''),
    barcode: safeCell(variant.gtin ?? ''),
    price: decimal(variant.amountMinor),
    compareAt: decimal(variant.compareAtMinor),
    taxable: variant.taxClass === 'exempt' ? 'FALSE' : 'TRUE',
    taxCode: ['standard', 'exempt'].includes(variant.taxClass) ? '' : variant.taxClass,
    tracker: 'shopify',
    quantity: String(shop.stock.get(variant.offerId) ?? 0),
    policy: 'deny',
    grams: String(variant.weightGrams),
    weightUnit: 'g',
    requiresShipping: variant.requiresShipping ? 'TRUE' : 'FALSE',
    fulfilment: 'manual',
    variantImage: pictures.find(({ id }) => id === variant.mediaId)?.url ?? '',
  };
}

function extrasCell(entry: CatalogueEntry): string {
  const isPlain = entry.condition === 'new' || entry.condition === 'refurbished';
  const extras = { ...extrasOf(entry), ...(!isPlain && { condition: entry.condition }) };
  return Object.keys(extras).length > 0 ? JSON.stringify(extras) : '';
}
