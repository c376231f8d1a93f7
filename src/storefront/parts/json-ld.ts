import { jsonInScript, trusted } from '#kernel/html.ts';
import type { Html } from '#kernel/html.ts';
import { plainPrice } from '../format.ts';
import type { Product, Variant } from '../model.ts';

/** Source: https://schema.org/OfferItemCondition and the Google Merchant values, as the catalogue names them. */
const conditions: Readonly<Record<string, string>> = {
  new: 'NewCondition',
  open_box: 'UsedCondition',
  refurbished: 'RefurbishedCondition',
  used_like_new: 'UsedCondition',
  used_good: 'UsedCondition',
  used_fair: 'UsedCondition',
  for_parts: 'DamagedCondition',
};

interface Place {
  readonly origin: string;
  readonly shopName: string;
}

const written: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
  amp: '&',
};

/** A description without its markup, as machines want it. */
export const plainText = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => written[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 5000);

const schema = (name: string): string => `https://schema.org/${name}`;

function offerOf(product: Product, variant: Variant, place: Place): object | undefined {
  if (!variant.price) return undefined;
  return {
    '@type': 'Offer',
    url: `${place.origin}${variantPath(product, variant)}`,
    price: plainPrice(variant.price),
    priceCurrency: variant.price.currency,
    availability: schema(variant.available ? 'InStock' : 'OutOfStock'),
    itemCondition: schema(conditions[product.condition] ?? 'NewCondition'),
    seller: { '@type': 'Organization', name: place.shopName },
  };
}

/** Where a variant can be seen and bought: the product's page with the options chosen. */
export function variantPath(product: Product, variant: Variant): string {
  const query = new URLSearchParams(variant.options.map((value, index) => [`o${index}`, value])).toString();
  return `/products/${encodeURIComponent(product.slug)}${query && product.options.length > 0 ? `?${query}` : ''}`;
}

function productOf(product: Product, variant: Variant, place: Place, name: string): object {
  const picture = product.pictures.find((one) => one.id === variant.pictureId) ?? product.pictures[0];
  return {
    '@type': 'Product',
    name,
    ...(variant.sku ? { sku: variant.sku } : {}),
    ...(variant.gtin ? { gtin: variant.gtin } : {}),
    ...(picture ? { image: `${place.origin}${picture.urls.large}` } : {}),
    offers: offerOf(product, variant, place),
  };
}

/**
 * The product for machines: one Product, or a ProductGroup when there are variants to choose from.
 *
 * Source: https://schema.org/ProductGroup, read November 2026.
 */
export function productData(product: Product, place: Place): object {
  const shared = {
    description: plainText(product.descriptionHtml),
    ...(product.vendor ? { brand: { '@type': 'Brand', name: product.vendor } } : {}),
    ...(product.pictures.length > 0
      ? { image: product.pictures.map((picture) => `${place.origin}${picture.urls.large}`) }
      : {}),
  };
  const [only, ...others] = product.variants;
  if (only && others.length === 0) {
    return { '@context': 'https://schema.org', ...productOf(product, only, place, product.title), ...shared };
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'ProductGroup',
    name: product.title,
    url: `${place.origin}/products/${encodeURIComponent(product.slug)}`,
    productGroupID: product.id,
    ...shared,
    hasVariant: product.variants.map((variant) =>
      productOf(product, variant, place, `${product.title}, ${variant.title}`),
    ),
  };
}

/** The way from the home page to the product, for machines. */
export function trailData(steps: readonly { title: string; path: string }[], origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.title,
      item: `${origin}${step.path}`,
    })),
  };
}

/** A data block; it is never run, so it needs no nonce and may be kept with the page. */
export const dataBlock = (data: object): Html =>
  trusted(`<script type="application/ld+json">${jsonInScript(data).text}</script>`);
