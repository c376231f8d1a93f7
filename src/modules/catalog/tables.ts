import { plain, store, table } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { Id, TenantId } from '#kernel/ids.ts';

export type ProductId = Id<'product'>;
export type VariantId = Id<'variant'>;
export type OfferId = Id<'offer'>;
export type MediaId = Id<'media'>;
export type OptionId = Id<'option'>;
export type CategoryId = Id<'category'>;
export type CollectionId = Id<'collection'>;
export type AttributeId = Id<'attribute'>;

export type ProductStatus = 'draft' | 'active' | 'archived';
export type Condition =
  'new' | 'open_box' | 'refurbished' | 'used_like_new' | 'used_good' | 'used_fair' | 'for_parts';
export type AttributeKind = 'text' | 'number' | 'boolean' | 'choice';

const tenantId = plain<TenantId>('tenant key');

const category = table('catalog.category', {
  tenantId,
  id: plain<CategoryId>('random key'),
  parentId: plain<CategoryId | null>('the branch it hangs on'),
  slug: plain<string>('public address of the shelf'),
  title: plain<string>('public name of the shelf'),
  position: plain<number>('order'),
  path: plain<string[]>('ids from the root down'),
});

const product = table('catalog.product', {
  tenantId,
  id: plain<ProductId>('random key'),
  slug: plain<string>('public address'),
  title: plain<string>('public name of goods'),
  descriptionHtml: plain<string>('public text about goods, written by the shop'),
  vendor: plain<string | null>('public brand of goods'),
  productType: plain<string | null>('kind of goods'),
  tags: plain<string[]>('words about goods'),
  status: plain<ProductStatus>('whether it is on sale'),
  condition: plain<Condition>('new or used'),
  categoryId: plain<CategoryId | null>('its shelf'),
  seoTitle: plain<string | null>('public text about goods'),
  seoDescription: plain<string | null>('public text about goods'),
  version: plain<number>('counts changes'),
  createdAt: plain<Date>('when it was entered'),
  updatedAt: plain<Date>('when it was last changed'),
});

const slugRedirect = table('catalog.slug_redirect', {
  tenantId,
  slug: plain<string>('a former public address'),
  productId: plain<ProductId>('where it leads'),
  createdAt: plain<Date>('since when'),
});

const media = table('catalog.media', {
  tenantId,
  id: plain<MediaId>('random key'),
  productId: plain<ProductId | null>('the goods it shows'),
  position: plain<number>('order'),
  alt: plain<string>('public words for the picture'),
  state: plain<'ready' | 'pending'>('here, or only known by address'),
  width: plain<number | null>('pixels'),
  height: plain<number | null>('pixels'),
  sourceUrl: plain<string | null>('where an import says it is'),
  createdAt: plain<Date>('when it was added'),
});

const option = table('catalog.option', {
  tenantId,
  id: plain<OptionId>('random key'),
  productId: plain<ProductId>('the goods'),
  position: plain<number>('order'),
  name: plain<string>('what can be chosen'),
});

const optionValue = table('catalog.option_value', {
  tenantId,
  optionId: plain<OptionId>('the option'),
  value: plain<string>('one choice'),
  position: plain<number>('order'),
});

const variant = table('catalog.variant', {
  tenantId,
  id: plain<VariantId>('random key'),
  productId: plain<ProductId>('the goods'),
  position: plain<number>('order'),
  options: plain<string[]>('the choices that make it'),
  gtin: plain<string | null>('trade number of goods'),
  weightGrams: plain<number>('weight of goods'),
  requiresShipping: plain<boolean>('whether a parcel is needed'),
  taxClass: plain<string>('which tax rate goes with it'),
  mediaId: plain<MediaId | null>('the picture that shows it'),
  retiredAt: plain<Date | null>('since when it is no longer sold'),
});

const offer = table('catalog.offer', {
  tenantId,
  id: plain<OfferId>('random key'),
  productId: plain<ProductId>('the goods'),
  variantId: plain<VariantId>('the variant that is sold'),
  sellerId: plain<string | null>('id of a trader; null is the shop itself'),
  sku: plain<string | null>('stock number of goods'),
  condition: plain<Condition>('new or used'),
  retiredAt: plain<Date | null>('since when it is no longer sold'),
  createdAt: plain<Date>('since when it is sold'),
});

const offerPrice = table('catalog.offer_price', {
  tenantId,
  offerId: plain<OfferId>('the offer'),
  currency: plain<string>('ISO code'),
  amountMinor: plain<bigint>('public price'),
  compareAtMinor: plain<bigint | null>('public former price'),
  lowest30Minor: plain<bigint | null>('public lowest price of 30 days'),
});

const offerStock = table('catalog.offer_stock', {
  tenantId,
  offerId: plain<OfferId>('the offer'),
  available: plain<boolean>('whether it can be had'),
  remaining: plain<number | null>('how many are left when few'),
});

const attributeDefinition = table('catalog.attribute_definition', {
  tenantId,
  id: plain<AttributeId>('random key'),
  code: plain<string>('name in addresses and files'),
  label: plain<string>('public name of a property of goods'),
  kind: plain<AttributeKind>('how values are read'),
  unit: plain<string | null>('unit of numbers'),
  choices: plain<string[]>('allowed values'),
  filterable: plain<boolean>('whether buyers can filter by it'),
  position: plain<number>('order'),
});

const productAttribute = table('catalog.product_attribute', {
  tenantId,
  productId: plain<ProductId>('the goods'),
  attributeId: plain<AttributeId>('the property'),
  value: plain<string>('a property of goods'),
});

const collection = table('catalog.collection', {
  tenantId,
  id: plain<CollectionId>('random key'),
  slug: plain<string>('public address'),
  title: plain<string>('public name'),
  description: plain<string>('public text'),
  mediaId: plain<MediaId | null>('its picture'),
  position: plain<number>('order'),
});

const collectionProduct = table('catalog.collection_product', {
  tenantId,
  collectionId: plain<CollectionId>('the collection'),
  productId: plain<ProductId>('the goods'),
  position: plain<number>('order'),
});

/** A picture as the listing keeps it; addresses are made when it is shown. */
export interface StoredPicture {
  readonly id: MediaId;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

const listing = table('catalog.listing', {
  tenantId,
  productId: plain<ProductId>('the goods'),
  currency: plain<string>('ISO code'),
  slug: plain<string>('public address'),
  title: plain<string>('public name'),
  vendor: plain<string | null>('public brand'),
  picture: plain<StoredPicture | null, string | null>('id, words and size of the first picture'),
  amountMinor: plain<bigint | null>('public price from'),
  amountToMinor: plain<bigint | null>('public price to'),
  compareAtMinor: plain<bigint | null>('public former price'),
  lowest30Minor: plain<bigint | null>('public lowest price of 30 days'),
  available: plain<boolean>('whether any of it can be had'),
  condition: plain<Condition>('new or used'),
  createdAt: plain<Date>('for the order by age'),
  priceLow: plain<bigint>('for the order by price'),
  priceHigh: plain<bigint>('for the order by price'),
  titleKey: plain<string>('for the order by name'),
  search: plain<string>('words of public texts'),
  fuzzy: plain<string>('public name and brand, folded'),
  codes: plain<string[]>('stock and trade numbers, folded'),
  facets: plain<string[]>('public properties'),
  collections: plain<string[]>('public addresses'),
  categories: plain<string[]>('public addresses'),
});

export const tables = {
  category,
  product,
  slugRedirect,
  media,
  option,
  optionValue,
  variant,
  offer,
  offerPrice,
  offerStock,
  attributeDefinition,
  productAttribute,
  collection,
  collectionProduct,
  listing,
};
export type CatalogRows = Rows<typeof tables>;

export const stores = [
  store({
    name: 'media',
    kind: 'files',
    holds: 'public content',
    because: 'pictures of goods, re-encoded so that nothing of the camera or its owner stays in them',
    retention: 'while the product has the picture',
  }),
];
