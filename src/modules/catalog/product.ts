import type { AttributeKind, Condition, OfferId, ProductStatus, StoredPicture, VariantId } from './tables.ts';

export const conditions = [
  'new',
  'open_box',
  'refurbished',
  'used_like_new',
  'used_good',
  'used_fair',
  'for_parts',
] satisfies Condition[];
export const statuses = ['draft', 'active', 'archived'] satisfies ProductStatus[];

/** Money as the HTTP API writes it. */
export interface Price {
  readonly amountMinor: number;
  readonly currency: string;
}

/** A picture with its addresses; `small`, `medium` and `large` are 320, 640 and 1280 pixels wide at most. */
export interface Picture {
  readonly id: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly urls: { readonly small: string; readonly medium: string; readonly large: string };
}

/** A product as it stands in a list. */
export interface ProductCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly vendor: string | null;
  readonly picture: Picture | null;
  readonly price: Price | null;
  /** The highest price, when variants differ. */
  readonly priceTo: Price | null;
  readonly compareAt: Price | null;
  readonly lowest30: Price | null;
  readonly available: boolean;
  readonly condition: string;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly selected: boolean;
}

export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly values: readonly FacetValue[];
}

/** A page of products. Shape: `count` stops at 1,001; `next` is null on the last page. */
export interface Listing {
  readonly items: readonly ProductCard[];
  readonly next: string | null;
  readonly count: number;
  readonly facets: readonly Facet[];
}

export interface ProductVariant {
  readonly id: string;
  readonly offerId: string;
  readonly title: string;
  readonly options: readonly string[];
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly price: Price | null;
  readonly compareAt: Price | null;
  readonly lowest30: Price | null;
  readonly available: boolean;
  /** How many are left, told only when few. */
  readonly left: number | null;
  readonly weightGrams: number;
  readonly pictureId: string | null;
}

/** Everything a product page shows. */
export interface Product {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string | null;
  readonly pictures: readonly Picture[];
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly variants: readonly ProductVariant[];
  readonly attributes: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly category: readonly { readonly slug: string; readonly title: string }[];
  readonly collections: readonly { readonly slug: string; readonly title: string }[];
  readonly tags: readonly string[];
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly condition: string;
  readonly updatedAt: string;
}

export type AttributeValue = string | number | boolean;

/** An attribute that may have to be made first. */
export interface AttributeInput {
  readonly value: AttributeValue;
  readonly label?: string;
  readonly kind?: AttributeKind;
  readonly unit?: string | null;
  readonly filterable?: boolean;
}

export interface VariantInput {
  readonly id?: VariantId;
  readonly options: readonly string[];
  readonly sku?: string | null;
  readonly gtin?: string | null;
  /** Units: grams. */
  readonly weightGrams?: number;
  readonly requiresShipping?: boolean;
  readonly taxClass?: string;
  /** Which of the input's pictures shows this variant, counted from 0. */
  readonly picture?: number | null;
}

/** A picture that `storePicture` has put away, or one that an import knows only by its address. */
export type PictureInput =
  | { readonly stored: Omit<StoredPicture, 'alt'>; readonly alt: string }
  | { readonly url: string; readonly alt: string };

/** A whole product as imports, seeds and the "new product" form give it. Prices and stock come after, from their modules. */
export interface ProductInput {
  readonly title: string;
  readonly slug?: string;
  readonly descriptionHtml?: string;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly tags?: readonly string[];
  readonly status?: ProductStatus;
  readonly condition?: Condition;
  readonly seoTitle?: string | null;
  readonly seoDescription?: string | null;
  /** Titles from the root down; what is missing is made. */
  readonly category?: readonly string[];
  /** Titles or addresses; what is missing is made. */
  readonly collections?: readonly (string | { readonly slug: string; readonly title: string })[];
  readonly attributes?: Readonly<Record<string, AttributeValue | AttributeInput>>;
  readonly options?: readonly { readonly name: string; readonly values?: readonly string[] }[];
  readonly variants: readonly VariantInput[];
  readonly pictures?: readonly PictureInput[];
}

/** What became of an upsert, with the offers that prices and stock are set on. */
export interface SavedProduct {
  readonly productId: string;
  readonly slug: string;
  readonly created: boolean;
  /** In the order of the input's variants. */
  readonly offers: readonly {
    readonly offerId: OfferId;
    readonly variantId: VariantId;
    readonly sku: string | null;
    readonly options: readonly string[];
  }[];
}

const mediaUrl = (id: string, size: 'small' | 'medium' | 'large'): string => `/media/${id}/${size}.webp`;

export const pictureOf = ({ id, alt, width, height }: StoredPicture): Picture => ({
  id,
  alt,
  width,
  height,
  urls: { small: mediaUrl(id, 'small'), medium: mediaUrl(id, 'medium'), large: mediaUrl(id, 'large') },
});

/** Amounts of the database as JSON. */
export function priceOf(minor: bigint | number | null | undefined, currency: string): Price | null {
  if (minor === null || minor === undefined) return null;
  const amountMinor = Number(minor);
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError('amount too large for JSON');
  return { amountMinor, currency };
}

export const variantTitle = (options: readonly string[]): string => options.join(' / ');
