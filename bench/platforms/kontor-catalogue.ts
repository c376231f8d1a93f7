/** A believable catalogue of any size: products of three variants, with texts, properties, prices and stock. */
import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId, ProductInput } from '#modules/catalog/index.ts';
import { setStock } from '#modules/inventory/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import type { Product } from '../platform.ts';

const things = ['mug', 'bowl', 'vase', 'lamp', 'basket', 'notebook', 'blanket', 'kettle', 'planter', 'tray'];
const manners = ['round', 'tall', 'low', 'ribbed', 'plain', 'glazed', 'woven', 'folded', 'turned', 'heavy'];
const colours = ['white', 'ochre', 'sage', 'slate', 'rose', 'ink', 'sand', 'moss', 'clay', 'sky'];
const sizes = ['small', 'medium', 'large'];
const atOnce = 25;
const plenty = 1_000_000;

/** Who changes things on behalf of the bench. */
export const benchActor = { kind: 'system', id: 'bench', purpose: 'administer' } as const;

/** Different listings of at least 20 products each: every shelf in every order. */
export const listings: readonly string[] = things.flatMap((thing) =>
  ['newest', 'price-asc', 'price-desc', 'title'].map(
    (sort) => `/api/store/products?limit=20&collection=all-${thing}&sort=${sort}`,
  ),
);

/** Shape: products in the order in which they were made, oldest first. */
export async function makeCatalogue(
  house: House,
  tenant: Tenant,
  count: number,
  progress: (made: number) => void,
): Promise<Product[]> {
  const products: Product[] = [];
  while (products.length < count) {
    const from = products.length;
    const until = Math.min(from + atOnce, count);
    const made = await unitOfWork(house, { tenant, actor: benchActor }, (ctx) =>
      makeProducts(ctx, from, until),
    );
    products.push(...made);
    progress(products.length);
  }
  return products;
}

async function makeProducts(ctx: Context, from: number, until: number): Promise<Product[]> {
  const made: Product[] = [];
  const prices: Parameters<typeof setPrices>[1][number][] = [];
  for (let number = from; number < until; number += 1) {
    const { slug, offers } = await upsertProduct(ctx, productOf(number));
    made.push({ slug, offers: offers.map(({ offerId }) => offerId) });
    prices.push(
      ...offers.map(({ offerId }, variant) => ({
        offerId,
        currency: 'EUR',
        amountMinor: BigInt(900 + (number % 97) * 50 + variant * 300),
      })),
    );
  }
  await setPrices(ctx, prices);
  await setStock(
    ctx,
    prices.map(({ offerId }) => ({ offerId: offerId as OfferId, quantity: plenty })),
  );
  return made;
}

function productOf(number: number): ProductInput {
  const thing = things[number % 10] as string;
  const manner = manners[Math.floor(number / 10) % 10] as string;
  const colour = colours[Math.floor(number / 100) % 10] as string;
  const title = `A ${manner} ${thing} in ${colour}, no. ${number + 1}`;
  return {
    title,
    slug: `bench-${number + 1}`,
    descriptionHtml: `<p>${`${title}. Made by hand in small numbers, so that no two are alike. `.repeat(5)}</p>`,
    vendor: `Workshop ${number % 20}`,
    productType: thing,
    tags: [manner, colour],
    status: 'active',
    collections: [{ slug: `all-${thing}`, title: `Every ${thing}` }],
    attributes: {
      colour: { value: colour, label: 'Colour', filterable: true },
      manner: { value: manner, label: 'Manner', filterable: true },
    },
    options: [{ name: 'Size', values: sizes }],
    variants: sizes.map((size, variant) => ({
      options: [size],
      sku: `B-${number + 1}-${variant + 1}`,
      weightGrams: 300 + variant * 200,
    })),
  };
}
