/**
 * The shop window as Google Merchant reads it, one item for each variant that has a price.
 *
 * Source: Google Merchant product data specification (support.google.com/merchants/answer/7052112), read November 2026.
 */
import { plainPrice } from './format.ts';
import type { Price, Product, Variant } from './model.ts';
import { plainText, variantPath } from './parts/json-ld.ts';
import { escapeXml } from './sitemap.ts';

interface Place {
  readonly origin: string;
  readonly shopName: string;
}

const conditions: Readonly<Record<string, string>> = {
  new: 'new',
  refurbished: 'refurbished',
  open_box: 'used',
  used_like_new: 'used',
  used_good: 'used',
  used_fair: 'used',
  for_parts: 'used',
};

/** Options that Google has a field of its own for, by what shops call them. */
const fields: readonly (readonly [RegExp, string])[] = [
  [/^(colou?r|farbe)$/i, 'color'],
  [/^(size|größe)$/i, 'size'],
  [/^(material|werkstoff)$/i, 'material'],
  [/^(pattern|muster)$/i, 'pattern'],
];

export const feedHead = ({ origin, shopName }: Place): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n<title>${escapeXml(shopName)}</title>\n<link>${escapeXml(origin)}</link>\n<description>${escapeXml(shopName)}</description>\n`;
export const feedTail = '</channel>\n</rss>\n';

/** The items of a product. Shape: none where nothing has a price, because nothing of it can be bought. */
export const feedItems = (product: Product, place: Place): string =>
  product.variants
    .flatMap((variant) => (variant.price ? [itemOf(product, variant, variant.price, place)] : []))
    .join('');

function itemOf(product: Product, variant: Variant, price: Price, { origin }: Place): string {
  const isChosen = product.variants.length > 1;
  const [first, ...more] = picturesOf(product, variant);
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['id', idOf(variant)],
    ['title', (isChosen ? `${product.title}, ${variant.title}` : product.title).slice(0, 150)],
    ['description', plainText(product.descriptionHtml) || product.title],
    ['link', `${origin}${variantPath(product, variant)}`],
    ['image_link', first && `${origin}${first}`],
    ...more.slice(0, 10).map((path) => ['additional_image_link', `${origin}${path}`] as const),
    ['availability', variant.available ? 'in_stock' : 'out_of_stock'],
    ...pricesOf(price, variant.compareAt),
    ['condition', conditions[product.condition] ?? 'new'],
    ['brand', product.vendor?.slice(0, 70)],
    ...(variant.gtin ? ([['gtin', variant.gtin]] as const) : ([['identifier_exists', 'no']] as const)),
    [
      'product_type',
      product.category
        .map(({ title }) => title)
        .join(' > ')
        .slice(0, 750),
    ],
    ['shipping_weight', variant.weightGrams > 0 ? `${variant.weightGrams} g` : null],
    ...(isChosen ? chosenOf(product, variant) : []),
  ];
  const written = lines.flatMap(([name, text]) =>
    text ? [`<g:${name}>${escapeXml(text)}</g:${name}>`] : [],
  );
  return `<item>\n${written.join('\n')}\n</item>\n`;
}

/** The number that shops know their goods by, else ours; Google takes 50 characters. */
const idOf = ({ sku, offerId }: Variant): string => (sku && sku.length <= 50 ? sku : offerId);

/** Where something is reduced, Google wants the former price as the price. */
const pricesOf = (price: Price, before: Price | null): readonly (readonly [string, string])[] =>
  before
    ? [
        ['price', amount(before)],
        ['sale_price', amount(price)],
      ]
    : [['price', amount(price)]];

const amount = (price: Price): string => `${plainPrice(price)} ${price.currency}`;

function picturesOf(product: Product, variant: Variant): string[] {
  const own = product.pictures.filter(({ id }) => id === variant.pictureId);
  const others = product.pictures.filter(({ id }) => id !== variant.pictureId);
  return [...own, ...others].map(({ urls }) => urls.large);
}

function chosenOf(product: Product, variant: Variant): (readonly [string, string])[] {
  const own = product.options.flatMap(({ name }, index) => {
    const [, field] = fields.find(([pattern]) => pattern.test(name.trim())) ?? [];
    const value = variant.options[index];
    return field !== undefined && value ? [[field, value.slice(0, 100)] as const] : [];
  });
  return [['item_group_id', product.id], ...own];
}
