import type { Context } from '#kernel/context.ts';
import { mineToChange } from './change-product.ts';
import { productProblems } from './product-problems.ts';
import type { ProductInput, SavedProduct, VariantInput } from './product.ts';
import { updateProduct } from './queries.ts';
import { refreshListing } from './queries-listing.ts';
import { mediaOf } from './queries-media.ts';
import { refuse } from './refuse.ts';
import { saveVariants } from './save-variants.ts';
import type { ProductId } from './tables.ts';

/**
 * Sets the options of a product and the variants they make. Known variants keep their stock and prices; missing ones retire.
 *
 * Without a list of variants, one is made for every combination of the options' values.
 * Refuses: catalog.productGone, catalog.changedMeanwhile, catalog.notAProduct, catalog.skuTaken.
 */
export async function changeVariants(
  ctx: Context,
  id: ProductId,
  version: number,
  {
    options = [],
    variants,
  }: { readonly options?: NonNullable<ProductInput['options']>; readonly variants?: readonly VariantInput[] },
): Promise<{ version: number; offers: SavedProduct['offers'] }> {
  const product = await mineToChange(ctx, id, version);
  const pictures = (await mediaOf(ctx, id)).map((media) => media.id);
  const wanted = variants ?? combinationsOf(options).map((values) => ({ options: values }));
  const problems = productProblems({
    title: product.title,
    options,
    variants: wanted,
    pictures: pictures.map(() => ({ url: '', alt: '' })),
  });
  if (problems.length > 0) throw refuse.notAProduct({ field: problems[0]?.field, problems });

  const offers = await saveVariants(ctx, { id, condition: product.condition, pictures }, options, wanted);
  const after = await updateProduct(ctx, id, {});
  await refreshListing(ctx, [id]);
  ctx.audit({
    action: 'catalog.variantsChanged',
    on: { table: 'catalog.product', id },
    details: { variants: offers.length },
  });
  return { version: after, offers };
}

/** Every way to choose one value of each option. Shape: one empty choice when there are no options. */
function combinationsOf(options: readonly { readonly values?: readonly string[] }[]): string[][] {
  return options.reduce<string[][]>(
    (made, { values = [] }) =>
      made.length * values.length > 10_000
        ? made
        : made.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
}
