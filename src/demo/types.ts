/** One thing a buyer can put in the cart. Units: priceMinor in euro cents with tax, weight in grams. */
export interface DemoVariant {
  sku: string;
  options: readonly string[];
  priceMinor: bigint;
  compareAtMinor?: bigint;
  weightGrams: number;
  gtin?: string;
  stock: number;
  kit?: readonly { sku: string; quantity: number }[];
}

/** A picture and the words that stand for it when it cannot be seen. */
export interface DemoPicture {
  alt: string;
  svg: () => string;
}

/** One page of the demo catalogue. */
export interface DemoProduct {
  slug: string;
  title: string;
  descriptionHtml: string;
  vendor: string;
  category: readonly string[];
  collections: readonly string[];
  tags: readonly string[];
  attributes: Readonly<Record<string, string | number | boolean>>;
  optionNames: readonly string[];
  variants: readonly DemoVariant[];
  pictures: readonly DemoPicture[];
  status: 'draft' | 'active' | 'archived';
}

/** A shelf of the demo shop, with a wide picture. */
export interface DemoCollection {
  slug: string;
  title: string;
  description: string;
  picture: DemoPicture;
}

/** The whole demo shop. */
export interface DemoShop {
  name: string;
  tagline: string;
  currency: 'EUR';
  accentHue: number;
  collections: readonly DemoCollection[];
  products: readonly DemoProduct[];
}
