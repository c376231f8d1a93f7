import type { OfferId } from '#modules/catalog/index.ts';

/** What the writers of files need to know of the shop beside the product itself. */
export interface ExportShop {
  readonly currency: string;
  readonly attributes: readonly { readonly code: string; readonly label: string }[];
  /** How many attributes the product with the most of them has. */
  readonly most: number;
  readonly stock: ReadonlyMap<OfferId, number>;
  readonly pictureUrl: (id: string) => string;
}
