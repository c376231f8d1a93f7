import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type {
  CatalogRows,
  MediaId,
  OfferId,
  OptionId,
  ProductId,
  ProductStatus,
  VariantId,
} from './tables.ts';

export const rows = (ctx: Context): Kysely<CatalogRows> => ctx.tx;

export type ProductRow = Selectable<CatalogRows['catalog.product']>;
type NewProduct = Omit<ProductRow, 'tenantId' | 'version' | 'createdAt' | 'updatedAt'>;

export async function findProductRow(ctx: Context, id: ProductId): Promise<ProductRow | undefined> {
  return rows(ctx).selectFrom('catalog.product').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Reads a product and keeps others from changing it until this transaction ends. */
export async function lockProduct(ctx: Context, id: ProductId): Promise<ProductRow | undefined> {
  return rows(ctx)
    .selectFrom('catalog.product')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockProductBySlug(ctx: Context, slug: string): Promise<ProductRow | undefined> {
  return rows(ctx)
    .selectFrom('catalog.product')
    .selectAll()
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertProduct(ctx: Context, values: NewProduct): Promise<void> {
  await rows(ctx)
    .insertInto('catalog.product')
    .values({ ...values, version: 1, createdAt: ctx.now, updatedAt: ctx.now })
    .execute();
}

export async function updateProduct(
  ctx: Context,
  id: ProductId,
  values: Partial<Omit<NewProduct, 'id'>>,
): Promise<number> {
  const row = await rows(ctx)
    .updateTable('catalog.product')
    .set((eb) => ({ ...values, version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Sets the status of many. Shape: those whose status really changed. */
export async function updateStatus(
  ctx: Context,
  ids: readonly ProductId[],
  status: ProductStatus,
): Promise<ProductId[]> {
  const changed = await rows(ctx)
    .updateTable('catalog.product')
    .set((eb) => ({ status, version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .where('status', '!=', status)
    .returning('id')
    .execute();
  return changed.map((row) => row.id);
}

/** Addresses that begin like this one and are in use, by products or by redirects to them. */
export async function takenSlugs(
  ctx: Context,
  base: string,
  except: ProductId | undefined,
): Promise<Set<string>> {
  const tenant = ctx.tenant.id;
  const like = `${base.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows: found } = await sql<{ slug: string }>`
    select slug from catalog.product where tenant_id = ${tenant} and slug like ${like} and id is distinct from ${except ?? null}
    union select slug from catalog.slug_redirect where tenant_id = ${tenant} and slug like ${like} and product_id is distinct from ${except ?? null}
  `.execute(ctx.tx);
  return new Set(found.map((row) => row.slug));
}

export async function findRedirect(ctx: Context, slug: string): Promise<string | undefined> {
  const row = await rows(ctx)
    .selectFrom('catalog.slug_redirect as r')
    .innerJoin('catalog.product as p', 'p.id', 'r.productId')
    .select('p.slug')
    .where('r.slug', '=', slug)
    .executeTakeFirst();
  return row?.slug;
}

/** Remembers a former address; the new one stops being a redirect. */
export async function redirectSlug(
  ctx: Context,
  from: string,
  to: string,
  productId: ProductId,
): Promise<void> {
  await rows(ctx).deleteFrom('catalog.slug_redirect').where('slug', '=', to).execute();
  await rows(ctx)
    .insertInto('catalog.slug_redirect')
    .values({ slug: from, productId, createdAt: ctx.now })
    .onConflict((clash) => clash.columns(['tenantId', 'slug']).doUpdateSet({ productId, createdAt: ctx.now }))
    .execute();
}

export interface LiveVariant {
  readonly id: VariantId;
  readonly offerId: OfferId;
  readonly position: number;
  readonly options: string[];
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxClass: string;
  readonly mediaId: MediaId | null;
}

/** The shop's own variants that are still sold, in their order. */
export async function liveVariants(ctx: Context, productId: ProductId): Promise<LiveVariant[]> {
  return rows(ctx)
    .selectFrom('catalog.variant as v')
    .innerJoin('catalog.offer as o', 'o.variantId', 'v.id')
    .select([
      'v.id',
      'o.id as offerId',
      'v.position',
      'v.options',
      'o.sku',
      'v.gtin',
      'v.weightGrams',
      'v.requiresShipping',
      'v.taxClass',
      'v.mediaId',
    ])
    .where('v.productId', '=', productId)
    .where('v.retiredAt', 'is', null)
    .where('o.sellerId', 'is', null)
    .where('o.retiredAt', 'is', null)
    .orderBy('v.position')
    .execute();
}

export async function findSkuOwners(
  ctx: Context,
  skus: readonly string[],
): Promise<{ sku: string; productId: ProductId; slug: string }[]> {
  const found = await rows(ctx)
    .selectFrom('catalog.offer as o')
    .innerJoin('catalog.product as p', 'p.id', 'o.productId')
    .select(['o.sku', 'o.productId', 'p.slug'])
    .where('o.sku', '=', (eb) => eb.fn.any(eb.val(skus)))
    .where('o.sellerId', 'is', null)
    .where('o.retiredAt', 'is', null)
    .execute();
  return found.map((row) => ({ ...row, sku: row.sku ?? '' }));
}

export async function retireVariants(ctx: Context, ids: readonly VariantId[]): Promise<void> {
  await rows(ctx)
    .updateTable('catalog.variant')
    .set({ retiredAt: ctx.now })
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
  await rows(ctx)
    .updateTable('catalog.offer')
    .set({ retiredAt: ctx.now })
    .where('variantId', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}

/** Lets go of SKUs that are about to change, so that two variants may swap theirs. */
export async function clearSkus(ctx: Context, offers: readonly OfferId[]): Promise<void> {
  await rows(ctx)
    .updateTable('catalog.offer')
    .set({ sku: null })
    .where('id', '=', (eb) => eb.fn.any(eb.val(offers)))
    .execute();
}

export async function insertVariants(
  ctx: Context,
  productId: ProductId,
  condition: ProductRow['condition'],
  variants: readonly LiveVariant[],
): Promise<void> {
  await rows(ctx)
    .insertInto('catalog.variant')
    .values(
      variants.map(({ offerId: _offer, sku: _sku, ...variant }) => ({
        ...variant,
        productId,
        retiredAt: null,
      })),
    )
    .execute();
  await rows(ctx)
    .insertInto('catalog.offer')
    .values(
      variants.map((variant) => ({
        id: variant.offerId,
        productId,
        variantId: variant.id,
        sellerId: null,
        sku: variant.sku,
        condition,
        retiredAt: null,
        createdAt: ctx.now,
      })),
    )
    .execute();
}

export async function updateVariants(ctx: Context, variants: readonly LiveVariant[]): Promise<void> {
  const given = JSON.stringify(variants);
  await sql`
    update catalog.variant v set position = n.position, options = array(select jsonb_array_elements_text(n.options)), gtin = n.gtin,
      weight_grams = n."weightGrams", requires_shipping = n."requiresShipping", tax_class = n."taxClass", media_id = n."mediaId"
    from jsonb_to_recordset(${given}::jsonb) as n(id uuid, position integer, options jsonb, gtin text, "weightGrams" integer,
      "requiresShipping" boolean, "taxClass" text, "mediaId" uuid)
    where v.tenant_id = ${ctx.tenant.id} and v.id = n.id`.execute(ctx.tx);
  await sql`
    update catalog.offer o set sku = n.sku from jsonb_to_recordset(${given}::jsonb) as n("offerId" uuid, sku text)
    where o.tenant_id = ${ctx.tenant.id} and o.id = n."offerId" and o.sku is distinct from n.sku`.execute(
    ctx.tx,
  );
}

export async function setOfferCondition(
  ctx: Context,
  productId: ProductId,
  condition: ProductRow['condition'],
): Promise<void> {
  await rows(ctx)
    .updateTable('catalog.offer')
    .set({ condition })
    .where('productId', '=', productId)
    .where('sellerId', 'is', null)
    .execute();
}

/** Replaces the options of a product with their values, in this order. */
export async function replaceOptions(
  ctx: Context,
  productId: ProductId,
  options: readonly { name: string; values: readonly string[] }[],
): Promise<void> {
  await rows(ctx).deleteFrom('catalog.option').where('productId', '=', productId).execute();
  if (options.length === 0) return;
  const made = options.map((option, position) => ({ ...option, id: newId<OptionId>(), position }));
  await rows(ctx)
    .insertInto('catalog.option')
    .values(made.map(({ id, name, position }) => ({ id, productId, name, position })))
    .execute();
  const values = made.flatMap((option) =>
    option.values.map((value, position) => ({ optionId: option.id, value, position })),
  );
  if (values.length > 0) await rows(ctx).insertInto('catalog.option_value').values(values).execute();
}

export async function findSlugs(ctx: Context, slugs: readonly string[]): Promise<string[]> {
  const found = await rows(ctx)
    .selectFrom('catalog.product')
    .select('slug')
    .where('slug', '=', (eb) => eb.fn.any(eb.val(slugs)))
    .execute();
  return found.map((row) => row.slug);
}
