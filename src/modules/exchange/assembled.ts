import type { ProductInput } from '#modules/catalog/index.ts';

/** One thing the report says about a line. A product with a `reject` note is left out as a whole. */
export interface Note {
  readonly line: number;
  /** The file's own heading. */
  readonly heading: string | null;
  readonly severity: 'reject' | 'warn';
  readonly code: string;
  readonly says: string;
}

/** A row of the file by our column names; empty cells are left out. */
export interface StagedRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly clash: string | null;
}

/** What one variant costs and how many there are, as the file says. Units: minor units; pieces. */
export interface VariantFigures {
  readonly line: number;
  readonly price: bigint | null;
  readonly compareAt: bigint | null;
  readonly sale: { readonly price: bigint; readonly from: Date | null; readonly to: Date | null } | null;
  readonly quantity: number | null;
}

/** A product put together from its rows, with everything there is to say about them. */
export interface Assembled {
  readonly input: ProductInput;
  readonly figures: readonly VariantFigures[];
  readonly notes: readonly Note[];
}

export interface Shop {
  readonly currency: string;
}
