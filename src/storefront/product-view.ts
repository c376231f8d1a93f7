import type { Price, Product, Variant } from './model.ts';

/** One product with what is chosen of it. `delivery` is the cheapest way to the shop's own country. */
export interface ProductView {
  readonly product: Product;
  readonly choice: readonly string[];
  readonly variant: Variant | undefined;
  readonly pricesIncludeTax: boolean;
  readonly delivery: { readonly price: Price; readonly country: string; readonly days: string } | null;
  readonly origin: string;
  readonly shopName: string;
}
