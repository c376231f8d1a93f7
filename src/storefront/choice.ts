import type { Product, Variant } from './model.ts';

/** What was chosen on the product page, one value per option; undefined where nothing was chosen or it does not exist. */
export type Chosen = readonly (string | undefined)[];

/** Reads `o0=Sand&o1=Large`. */
export function readChoice(
  product: Pick<Product, 'options'>,
  query: Readonly<Record<string, unknown>>,
): Chosen {
  return product.options.map((option, index) => {
    const text = query[`o${index}`];
    return option.values.find((value) => value === text);
  });
}

/** The choice that the page opens with: what was asked for, filled up from the first variant that can be bought. */
export function openingChoice(product: Product, asked: Chosen): string[] {
  const fits = (variant: Variant): boolean =>
    asked.every((value, index) => value === undefined || variant.options[index] === value);
  const candidates = product.variants.filter(fits);
  const best = candidates.find((variant) => variant.available) ?? candidates[0];
  return product.options.map(
    (option, index) => asked[index] ?? best?.options[index] ?? option.values[0] ?? '',
  );
}

/** The variant of a full choice; undefined when such a thing is not made. */
export const variantOf = (product: Product, choice: readonly string[]): Variant | undefined =>
  product.variants.find((variant) => choice.every((value, index) => variant.options[index] === value));

/** What choosing this value instead would lead to, the other options staying as they are. */
export function leadsTo(
  product: Product,
  choice: readonly string[],
  index: number,
  value: string,
): 'available' | 'soldOut' | 'notMade' {
  const variant = variantOf(product, choice.with(index, value));
  if (!variant) return 'notMade';
  return variant.available ? 'available' : 'soldOut';
}

/** `?o0=Sand&o1=Large`, or nothing when the product has no options. */
export function choiceQuery(choice: readonly string[]): string {
  return new URLSearchParams(choice.map((value, index) => [`o${index}`, value])).toString();
}
