import type { Context } from '#kernel/context.ts';
import { pictureOf, priceOf, variantTitle } from './product.ts';
import { findDetails } from './queries-detail.ts';
import type { DetailAttribute } from './queries-detail.ts';
import { refuse } from './refuse.ts';
import type { ProductId } from './tables.ts';

/** A product as the desk edits it, in any status, with the version to send back. Refuses: catalog.productGone. */
export async function getForStaff(ctx: Context, id: ProductId) {
  const [row] = await findDetails(ctx, { ids: [id] });
  if (!row) throw refuse.productGone({ id });
  const { currency } = ctx.tenant;
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    pictures: row.pictures.map((picture) =>
      picture.state === 'ready'
        ? { ...pictureOf(picture), state: picture.state, sourceUrl: picture.sourceUrl }
        : { ...picture, urls: null },
    ),
    attributes: row.attributes.map((attribute) => ({ ...attribute, value: typed(attribute) })),
    variants: row.variants.map(
      ({ amountMinor, compareAtMinor, lowest30Minor, remaining, mediaId, ...variant }) => ({
        ...variant,
        title: variantTitle(variant.options),
        price: priceOf(amountMinor, currency),
        compareAt: priceOf(compareAtMinor, currency),
        lowest30: priceOf(lowest30Minor, currency),
        left: remaining,
        pictureId: mediaId,
      }),
    ),
  };
}

const typed = ({ kind, value }: DetailAttribute): string | number | boolean =>
  kind === 'number' ? Number(value) : kind === 'boolean' ? value === 'true' : value;
