import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import type { Tenant } from '#kernel/context.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { Condition, ProductInput } from '#modules/catalog/index.ts';
import { setStock } from '#modules/inventory/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import { exportProducts } from './export-products.ts';
import { importProducts } from './import-products.ts';
import { notesAfter } from './queries.ts';
import { bytesOf, looksOf } from './makers.ts';
import type { Format, ImportId } from './tables.ts';

/** Texts as shops have them, with all that CSV, spreadsheets and lists of other shops trip over. */
const nasty = fc.constantFrom(
  '=1+1',
  '-5',
  '@x',
  '+49',
  "'=a",
  "it's",
  'a, b',
  'a\\, b',
  'x\\n y',
  'Größe',
  'A > B',
  '"quoted"',
  'semi;colon',
  'ends\\',
  '<b>',
  '&amp;',
  '🧶',
  '%',
  'true',
  '1.0',
);
const words = fc
  .oneof(
    nasty,
    fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength: 12 }),
  )
  .map((text) => text.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim().normalize('NFC'))
  .filter((text) => text !== '');
const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const condition = fc.constantFrom<Condition>(
  'new',
  'open_box',
  'refurbished',
  'used_like_new',
  'used_good',
  'used_fair',
  'for_parts',
);

const attribute = fc
  .oneof(
    fc.record({ value: words, kind: fc.constant('text' as const) }),
    fc.record({
      value: fc.integer({ min: -1000, max: 1000 }).map((n) => n / 4),
      kind: fc.constant('number' as const),
      unit: fc.constantFrom(null, 'ml'),
    }),
    fc.record({ value: fc.boolean(), kind: fc.constant('boolean' as const) }),
  )
  .chain((made) =>
    fc.record({ label: words, filterable: fc.boolean() }).map((rest) => ({ ...made, ...rest })),
  );

const figures = fc.record({
  price: fc.option(fc.bigInt(0n, 999_999n)),
  more: fc.option(fc.bigInt(1n, 5000n)),
  stock: fc.nat(500),
});

const product = fc.record({
  title: words,
  html: fc.array(words, { maxLength: 3 }).map((parts) => parts.map((part) => `<p>${part}</p>`).join('\n')),
  vendor: fc.option(words),
  productType: fc.option(words),
  seoTitle: fc.option(words),
  seoDescription: fc.option(words),
  tags: fc.uniqueArray(words, { maxLength: 3 }),
  status: fc.constantFrom('draft' as const, 'active' as const, 'archived' as const),
  condition,
  category: fc.array(words, { maxLength: 3 }),
  collections: fc.uniqueArray(code, { maxLength: 2 }),
  options: fc
    .uniqueArray(
      words.filter((name) => name.toLowerCase() !== 'title'),
      { maxLength: 2, selector: (name) => name.toLowerCase() },
    )
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc.record({
            name: fc.constant(name),
            values: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }),
          }),
        ),
      ),
    ),
  pictures: fc.uniqueArray(fc.nat(50), { maxLength: 3 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          url: fc.constant(`https://pictures.example/${id},x.jpg?v=1`),
          alt: fc.oneof(words, fc.constant('')),
        }),
      ),
    ),
  ),
  rows: fc.array(
    fc.record({
      figures,
      weightGrams: fc.nat(5000),
      requiresShipping: fc.boolean(),
      gtin: fc.option(fc.stringMatching(/^[0-9]{8,13}$/)),
      taxClass: fc.constantFrom('standard', 'reduced', 'reduced-2', 'zero', 'exempt'),
      hasSku: fc.boolean(),
      shown: fc.nat(2),
      order: fc.nat(1000),
    }),
    { minLength: 9, maxLength: 9 },
  ),
});
const definitions = fc.uniqueArray(fc.tuple(code, attribute), { maxLength: 3, selector: ([name]) => name });
const catalogue = fc.record({ products: fc.array(product, { minLength: 1, maxLength: 5 }), definitions });

type Made = typeof catalogue extends fc.Arbitrary<infer T> ? T : never;

async function fill(
  shop: TestHouse,
  tenant: Tenant,
  { products, definitions: attributes }: Made,
): Promise<void> {
  for (const [number, made] of products.entries()) {
    await shop.work(
      async (ctx) => {
        const combinations = made.options.reduce<string[][]>(
          (all, option) => all.flatMap((chosen) => option.values.map((value) => [...chosen, value])),
          [[]],
        );
        const variants = combinations
          .map((options, index) => ({ options, ...made.rows[index % 9]!, index }))
          .toSorted((a, b) => a.order - b.order);
        const input: ProductInput = {
          title: made.title,
          slug: `p-${number}`,
          descriptionHtml: made.html,
          vendor: made.vendor,
          productType: made.productType,
          tags: made.tags,
          status: made.status,
          condition: made.condition,
          seoTitle: made.seoTitle,
          seoDescription: made.seoDescription,
          category: made.category,
          collections: made.collections,
          attributes: Object.fromEntries(attributes),
          options: made.options,
          pictures: made.pictures,
          variants: variants.map(
            ({ options, weightGrams, requiresShipping, gtin, taxClass, hasSku, shown, index }) => ({
              options,
              weightGrams,
              requiresShipping,
              gtin,
              taxClass,
              sku: hasSku ? `=S-${number}-${index}` : null,
              picture: shown < made.pictures.length ? shown : null,
            }),
          ),
        };
        const { offers } = await upsertProduct(ctx, input);
        await setPrices(
          ctx,
          offers.flatMap(({ offerId }, index) => {
            const { price, more } = variants[index]!.figures;
            return price === null
              ? []
              : [
                  {
                    offerId,
                    currency: ctx.tenant.currency,
                    amountMinor: price,
                    compareAtMinor: more === null ? null : price + more,
                  },
                ];
          }),
        );
        await setStock(
          ctx,
          offers.map(({ offerId }, index) => ({ offerId, quantity: variants[index]!.figures.stock })),
        );
      },
      { tenant },
    );
  }
}

for (const format of ['shopify', 'shopify-legacy', 'woocommerce'] as const satisfies readonly Format[]) {
  test(`a catalogue that goes out as ${format} and into an empty shop is the same catalogue`, async (t) => {
    const shop = await aHouse(t);

    await fc.assert(
      fc.asyncProperty(catalogue, async (made) => {
        const [from, to] = [await shop.otherTenant(), await shop.otherTenant()];
        await fill(shop, from, made);

        const done = await importProducts(shop.house, to, {
          stream: bytesOf(exportProducts(shop.house, from, { format })),
          fileName: 'export.csv',
        });

        const notes = await shop.work((ctx) => notesAfter(ctx, done.id as ImportId, undefined, 100), {
          tenant: to,
        });
        assert.equal(done.state, 'done');
        assert.deepEqual(
          notes.filter((note) => note.severity === 'reject'),
          [],
        );
        assert.deepEqual(
          await shop.work(looksOf, { tenant: to }),
          await shop.work(looksOf, { tenant: from }),
        );
      }),
      { numRuns: Number(process.env['KONTOR_PROPERTY_RUNS'] ?? 12) },
    );
  });
}
