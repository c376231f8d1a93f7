import type { Cart } from './model.ts';

/** How many things are in a cart. */
export const countOf = (cart: Pick<Cart, 'lines'> | null): number =>
  cart ? cart.lines.reduce((sum, line) => sum + line.quantity, 0) : 0;

/** A line as a person calls it: "Vase, Sand". */
export const lineName = (line: { readonly title: string; readonly variantTitle: string }): string =>
  line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title;
