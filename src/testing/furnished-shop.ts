import sharp from 'sharp';
import type { Context, Tenant } from '#kernel/context.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { storePicture, upsertProduct } from '#modules/catalog/index.ts';
import type { OfferId, PictureInput } from '#modules/catalog/index.ts';
import { receiveStock, setKit } from '#modules/inventory/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import { furnishTenant } from '../commands/furnish-tenant.ts';
import type { Login } from '../commands/furnish-tenant.ts';

export interface Goods {
  readonly slug: string;
  readonly offers: readonly OfferId[];
}

interface Wares {
  readonly title: string;
  readonly sku: string;
  readonly stock: number;
  readonly priceMinor?: bigint;
  readonly colours?: readonly string[];
  readonly pictures?: readonly PictureInput[];
}

const asOperator = <T>(house: BuiltHouse, tenant: Tenant, run: (ctx: Context) => Promise<T>): Promise<T> =>
  unitOfWork(house, { tenant, actor: { kind: 'operator', id: 'test', purpose: 'administer' } }, run);

/** A shop that could open: roles, places, ways of delivery, and an owner who can sign in. */
export async function anOpenShop(house: BuiltHouse, tenant: Tenant): Promise<Login> {
  const owner = await furnishTenant(house, tenant, { ownerEmail: `owner@${tenant.slug}.example` });
  if (!owner) throw new RangeError('a shop with an owner has a login');
  return owner;
}

/** Something on the shelf at a price, in one colour or several with so many pieces each. */
export function someGoods(house: BuiltHouse, tenant: Tenant, wares: Wares): Promise<Goods> {
  const { title, sku, stock, priceMinor = 2400n, colours = [], pictures } = wares;
  const variants =
    colours.length === 0
      ? [{ options: [], sku, weightGrams: 400 }]
      : colours.map((colour, index) => ({ options: [colour], sku: `${sku}-${index + 1}`, weightGrams: 400 }));
  return asOperator(house, tenant, async (ctx) => {
    const saved = await upsertProduct(ctx, {
      title,
      status: 'active',
      vendor: 'The Pottery',
      descriptionHtml: `<p>${title}, made by hand.</p>`,
      collections: [{ slug: 'everyday', title: 'Everyday' }],
      attributes: { material: { value: 'Stoneware', label: 'Material', filterable: true } },
      ...(colours.length > 0 && { options: [{ name: 'Colour', values: colours }] }),
      variants,
      ...(pictures && { pictures }),
    });
    const offers = saved.offers.map(({ offerId }) => offerId);
    await setPrices(
      ctx,
      offers.map((offerId) => ({ offerId, currency: tenant.currency, amountMinor: priceMinor })),
    );
    if (stock > 0)
      await receiveStock(ctx, { lines: offers.map((offerId) => ({ offerId, quantity: stock })) });
    return { slug: saved.slug, offers };
  });
}

/** A set that is put together from other goods when it is sold. */
export async function aSet(
  house: BuiltHouse,
  tenant: Tenant,
  wares: Omit<Wares, 'stock'>,
  parts: readonly { offerId: OfferId; quantity: number }[],
): Promise<Goods> {
  const set = await someGoods(house, tenant, { ...wares, stock: 0 });
  await asOperator(house, tenant, async (ctx) => {
    for (const offerId of set.offers) await setKit(ctx, offerId, parts);
  });
  return set;
}

/** A plain picture with words for those who do not see it. */
export async function aPictureOf(
  house: BuiltHouse,
  tenant: Tenant,
  alt: string,
  background = '#b0603a',
): Promise<PictureInput> {
  const bytes = await sharp({ create: { width: 800, height: 1000, channels: 3, background } })
    .png()
    .toBuffer();
  return { stored: await storePicture(house, tenant.id, bytes), alt };
}
