import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import {
  changeCollection,
  createCollection,
  defineAttribute,
  getProduct,
  listAttributes,
  listShelves,
  storePicture,
  upsertProduct,
} from '#modules/catalog/index.ts';
import type { OfferId, PictureInput, ProductInput, SavedProduct } from '#modules/catalog/index.ts';
import { receiveStock, setKit } from '#modules/inventory/index.ts';
import { setPrices } from '#modules/pricing/index.ts';
import sharp from 'sharp';
import { demoShop } from './catalogue.ts';
import type { DemoPicture, DemoProduct, DemoVariant } from './types.ts';

const workIn = <T>(house: House, tenant: Tenant, run: (ctx: Context) => Promise<T>): Promise<T> =>
  unitOfWork(house, { tenant, actor: { kind: 'operator', id: 'demo', purpose: 'administer' } }, run);

/** Fills the demo shop's shelves, prices and stock; the pictures follow with `hangDemoPictures`. May be interrupted and run again. */
export async function seedDemo(
  house: House,
  tenant: Tenant,
  progress: (line: string) => void,
): Promise<void> {
  await workIn(house, tenant, seedShelves);
  const offers = new Map<string, OfferId>();
  const products = [...demoShop.products].toSorted((a, b) => Number(isKit(a)) - Number(isKit(b)));
  for (const [index, product] of products.entries()) {
    progress(`Demo shop: product ${index + 1} of ${products.length}`);
    await workIn(house, tenant, (ctx) => seedProduct(ctx, product, offers));
  }
}

const isKit = (product: DemoProduct): boolean =>
  product.variants.some((variant) => variant.kit !== undefined);

/** The properties by which buyers choose; the others are shown on the product's page. */
const choosable = new Set(['material', 'origin', 'dishwasherSafe', 'handmade']);

async function seedShelves(ctx: Context): Promise<void> {
  const known = new Set((await listShelves(ctx)).collections.map((collection) => collection.slug));
  for (const [position, { slug, title, description }] of demoShop.collections.entries()) {
    if (!known.has(slug)) await createCollection(ctx, { slug, title, description, position });
  }
  const examples = new Map(demoShop.products.flatMap((product) => Object.entries(product.attributes)));
  const defined = new Set((await listAttributes(ctx)).items.map((attribute) => attribute.code));
  for (const [name, example] of examples) {
    const code = codeOf(name);
    const kind = typeof example === 'string' ? 'text' : typeof example === 'number' ? 'number' : 'boolean';
    if (!defined.has(code))
      await defineAttribute(ctx, { code, ...labelOf(name), kind, filterable: choosable.has(name) });
  }
}

const codeOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** "washTemperatureC" as a shop would write it, with its unit apart. */
function labelOf(code: string): { label: string; unit: string | null } {
  const shown: Readonly<Record<string, string>> = {
    Mm: 'mm',
    Cm: 'cm',
    Ml: 'ml',
    Cl: 'cl',
    L: 'l',
    G: 'g',
    Kg: 'kg',
    C: '°C',
    Watt: 'W',
  };
  const [, stem = code, unit] = /^(.+?)(Mm|Cm|Ml|Cl|L|G|Kg|C|Watt)$/.exec(code) ?? [];
  const words = stem.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return {
    label: words.charAt(0).toUpperCase() + words.slice(1),
    unit: unit === undefined ? null : (shown[unit] ?? null),
  };
}

async function seedProduct(ctx: Context, product: DemoProduct, offers: Map<string, OfferId>): Promise<void> {
  const saved = await upsertProduct(ctx, inputOf(product));
  const rows = product.variants.map((variant, index) => ({ variant, offerId: offerAt(saved, index) }));
  for (const { variant, offerId } of rows) offers.set(variant.sku, offerId);
  await setPrices(
    ctx,
    rows.map(({ variant, offerId }) => ({
      offerId,
      currency: demoShop.currency,
      amountMinor: variant.priceMinor,
      ...(variant.compareAtMinor !== undefined &&
        variant.kit === undefined && { compareAtMinor: variant.compareAtMinor }),
    })),
  );
  if (!saved.created) return;
  for (const { variant, offerId } of rows.filter((row) => row.variant.kit))
    await setKit(ctx, offerId, partsOf(variant, offers));
  const goods = rows.filter(({ variant }) => variant.kit === undefined && variant.stock > 0);
  if (goods.length > 0)
    await receiveStock(ctx, {
      lines: goods.map(({ variant, offerId }) => ({ offerId, quantity: variant.stock })),
      idemKey: `demo-${product.slug}`,
    });
}

function offerAt(saved: SavedProduct, index: number): OfferId {
  const offer = saved.offers[index];
  if (!offer) throw new RangeError(`the demo product ${saved.slug} has fewer offers than variants`);
  return offer.offerId;
}

const partsOf = (variant: DemoVariant, offers: ReadonlyMap<string, OfferId>) =>
  (variant.kit ?? []).map((part) => {
    const offerId = offers.get(part.sku);
    if (!offerId) throw new RangeError(`the demo kit ${variant.sku} names ${part.sku}, which is not there`);
    return { offerId, quantity: part.quantity };
  });

function inputOf(product: DemoProduct, pictures?: readonly PictureInput[]): ProductInput {
  const { slug, title, descriptionHtml, vendor, tags, status, category } = product;
  const attributes = Object.fromEntries(
    Object.entries(product.attributes).map(([name, value]) => [codeOf(name), value]),
  );
  return {
    slug,
    title,
    descriptionHtml,
    vendor,
    tags,
    status,
    category,
    attributes,
    condition: 'new',
    collections: product.collections,
    options: product.optionNames.map((name, axis) => ({
      name,
      values: [...new Set(product.variants.map((variant) => variant.options[axis] ?? ''))],
    })),
    variants: product.variants.map((variant) => ({
      options: variant.options,
      sku: variant.sku,
      gtin: variant.gtin ?? null,
      weightGrams: variant.weightGrams,
      picture: pictures ? pictureIndex(product, variant) : null,
    })),
    ...(pictures && { pictures }),
  };
}

/** Where each colour has a picture of its own, the pictures stand in the order of the colours. */
function pictureIndex(product: DemoProduct, variant: DemoVariant): number | null {
  const axis = product.optionNames.findIndex((name) => /colour|glaze|dye|pattern|ink|variety/i.test(name));
  if (axis < 0 || product.pictures.length < 2) return null;
  const values = [...new Set(product.variants.map((one) => one.options[axis]))];
  const index = values.indexOf(variant.options[axis]);
  return index < product.pictures.length ? index : null;
}

/**
 * Draws the demo shop's pictures and hangs them up, shelf by shelf, while the shop is open already.
 *
 * What hangs already is left; so it may be interrupted and run again.
 */
export async function hangDemoPictures(house: House, tenant: Tenant, signal: AbortSignal): Promise<void> {
  const { collections } = await workIn(house, tenant, listShelves);
  for (const collection of demoShop.collections) {
    const shelf = collections.find((one) => one.slug === collection.slug);
    if (signal.aborted) return;
    if (!shelf || shelf.pictureId !== null) continue;
    const stored = await draw(house, tenant, collection.picture, 1280);
    await workIn(house, tenant, (ctx) =>
      changeCollection(ctx, shelf.id, { picture: { ...stored, alt: collection.picture.alt } }),
    );
  }
  for (const product of demoShop.products.filter((one) => one.status === 'active').toReversed()) {
    if (signal.aborted) return;
    const there = await workIn(house, tenant, (ctx) => getProduct(ctx, product.slug));
    if (there.pictures.length > 0) continue;
    const pictures: PictureInput[] = [];
    for (const picture of product.pictures)
      pictures.push({ stored: await draw(house, tenant, picture, 800), alt: picture.alt });
    await workIn(house, tenant, (ctx) => upsertProduct(ctx, inputOf(product, pictures)));
  }
}

/** Draws at the size that is shown, not larger: blurred shadows take their time. */
async function draw(house: House, tenant: Tenant, picture: DemoPicture, width: number) {
  const drawing = Buffer.from(picture.svg());
  const { width: own } = await sharp(drawing).metadata();
  const bytes = await sharp(drawing, { density: Math.round((72 * width) / own) })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return storePicture(house, tenant.id, bytes);
}
