import type { Context } from '#kernel/context.ts';
import { readCatalogue } from '#modules/catalog/index.ts';
import { availability } from '#modules/inventory/index.ts';

/** What a shop owner would call the same catalogue: everything but ids, times and versions. For tests. */
export async function looksOf(ctx: Context) {
  const entries = await readCatalogue(ctx, { limit: 1000 });
  const stock = await availability(
    ctx,
    entries.flatMap((entry) => entry.variants.map((variant) => variant.offerId)),
  );
  return entries
    .map(({ pictures, variants, collections, category, attributes, ...entry }) => ({
      ...without(entry, ['id', 'version', 'createdAt', 'updatedAt']),
      category: category.map(({ title }) => title),
      collections: collections.map(({ slug }) => slug).toSorted(),
      attributes: attributes.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      pictures: pictures.map(({ alt, sourceUrl }) => ({ alt, sourceUrl })),
      variants: variants.map((variant) => ({
        ...without(variant, ['id', 'offerId', 'mediaId', 'lowest30Minor']),
        stock: stock.get(variant.offerId),
        picture: pictures.find(({ id }) => id === variant.mediaId)?.sourceUrl ?? null,
      })),
      slug: entry.slug,
    }))
    .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
}

function without(row: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}

/** Text as a file would bring it. For tests. */
export async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield Buffer.from(piece);
}
