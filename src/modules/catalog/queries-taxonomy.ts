import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type {
  AttributeId,
  CatalogRows,
  CategoryId,
  CollectionId,
  ProductId,
  StoredPicture,
} from './tables.ts';
import { rows } from './queries.ts';

export type CategoryRow = Selectable<CatalogRows['catalog.category']>;
type AttributeRow = Selectable<CatalogRows['catalog.attribute_definition']>;
type CollectionRow = Selectable<CatalogRows['catalog.collection']>;

export async function allCategories(ctx: Context): Promise<CategoryRow[]> {
  return rows(ctx).selectFrom('catalog.category').selectAll().orderBy('position').orderBy('title').execute();
}

export async function insertCategory(ctx: Context, values: Omit<CategoryRow, 'tenantId'>): Promise<void> {
  await rows(ctx).insertInto('catalog.category').values(values).execute();
}

export async function updateCategory(
  ctx: Context,
  id: CategoryId,
  values: Partial<Omit<CategoryRow, 'tenantId' | 'id'>>,
): Promise<void> {
  await rows(ctx).updateTable('catalog.category').set(values).where('id', '=', id).execute();
}

/** Hangs everything below a moved category under its new path. */
export async function movePaths(ctx: Context, id: CategoryId, path: readonly string[]): Promise<void> {
  await sql`
    update catalog.category c set path = ${path}::uuid[] || c.path[array_position(c.path, ${id}::uuid) + 1 :]
    where c.tenant_id = ${ctx.tenant.id} and c.path @> array[${id}]::uuid[]`.execute(ctx.tx);
}

export async function deleteCategory(ctx: Context, id: CategoryId): Promise<void> {
  await rows(ctx).deleteFrom('catalog.category').where('id', '=', id).execute();
}

/** The products on a shelf and on everything below it. */
export async function productsBelow(ctx: Context, id: CategoryId): Promise<ProductId[]> {
  const { rows: found } = await sql<{ id: ProductId }>`
    select p.id from catalog.product p join catalog.category c on c.tenant_id = ${ctx.tenant.id} and c.id = p.category_id
    where p.tenant_id = ${ctx.tenant.id} and c.path @> array[${id}]::uuid[]`.execute(ctx.tx);
  return found.map((row) => row.id);
}

export async function allAttributes(ctx: Context): Promise<AttributeRow[]> {
  return rows(ctx)
    .selectFrom('catalog.attribute_definition')
    .selectAll()
    .orderBy('position')
    .orderBy('label')
    .execute();
}

export async function insertAttribute(ctx: Context, values: Omit<AttributeRow, 'tenantId'>): Promise<void> {
  await rows(ctx).insertInto('catalog.attribute_definition').values(values).execute();
}

export async function updateAttribute(
  ctx: Context,
  id: AttributeId,
  values: Partial<Omit<AttributeRow, 'tenantId' | 'id'>>,
): Promise<void> {
  await rows(ctx).updateTable('catalog.attribute_definition').set(values).where('id', '=', id).execute();
}

export async function deleteAttribute(ctx: Context, id: AttributeId): Promise<void> {
  await rows(ctx).deleteFrom('catalog.attribute_definition').where('id', '=', id).execute();
}

export async function productsWithAttribute(ctx: Context, id: AttributeId): Promise<ProductId[]> {
  const found = await rows(ctx)
    .selectFrom('catalog.product_attribute')
    .select('productId')
    .where('attributeId', '=', id)
    .execute();
  return found.map((row) => row.productId);
}

/** How many attributes the product with the most of them has. */
export async function mostAttributes(ctx: Context): Promise<number> {
  const { rows: found } = await sql<{ most: number | null }>`
    select max(n)::int as most from (select count(*) as n from catalog.product_attribute a where a.tenant_id = ${ctx.tenant.id} group by a.product_id) counted
  `.execute(ctx.tx);
  return found[0]?.most ?? 0;
}

export async function replaceAttributes(
  ctx: Context,
  productId: ProductId,
  values: readonly { attributeId: AttributeId; value: string }[],
): Promise<void> {
  await rows(ctx).deleteFrom('catalog.product_attribute').where('productId', '=', productId).execute();
  if (values.length > 0)
    await rows(ctx)
      .insertInto('catalog.product_attribute')
      .values(values.map((one) => ({ ...one, productId })))
      .execute();
}

export async function allCollections(ctx: Context): Promise<CollectionRow[]> {
  return rows(ctx)
    .selectFrom('catalog.collection')
    .selectAll()
    .orderBy('position')
    .orderBy('title')
    .execute();
}

interface ShownCollection {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly picture: StoredPicture | null;
  readonly products: number;
}

/** Collections with their picture and how many of their products are on sale; empty ones are left out. */
export async function shownCollections(ctx: Context): Promise<ShownCollection[]> {
  const tenant = ctx.tenant.id;
  const { rows: found } = await sql<ShownCollection>`
    select c.slug, c.title, c.description, count(l.product_id)::int as products, coalesce(
      (select json_build_object('id', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height) from catalog.media m
        where m.tenant_id = ${tenant} and m.id = c.media_id and m.state = 'ready'),
      (array_agg(l.picture::json order by cp.position, l.product_id) filter (where l.picture is not null))[1]) as picture
    from catalog.collection c
    join catalog.collection_product cp on cp.tenant_id = ${tenant} and cp.collection_id = c.id
    join catalog.listing l on l.tenant_id = ${tenant} and l.product_id = cp.product_id and l.currency = ${ctx.tenant.currency}
    where c.tenant_id = ${tenant} group by c.tenant_id, c.id, c.slug, c.title, c.description, c.media_id, c.position
    order by c.position, c.title`.execute(ctx.tx);
  return found;
}

export async function insertCollection(ctx: Context, values: Omit<CollectionRow, 'tenantId'>): Promise<void> {
  await rows(ctx).insertInto('catalog.collection').values(values).execute();
}

export async function updateCollection(
  ctx: Context,
  id: CollectionId,
  values: Partial<Omit<CollectionRow, 'tenantId' | 'id'>>,
): Promise<void> {
  await rows(ctx).updateTable('catalog.collection').set(values).where('id', '=', id).execute();
}

export async function deleteCollection(ctx: Context, id: CollectionId): Promise<void> {
  await rows(ctx).deleteFrom('catalog.collection').where('id', '=', id).execute();
}

export async function productsInCollection(ctx: Context, id: CollectionId): Promise<ProductId[]> {
  const found = await rows(ctx)
    .selectFrom('catalog.collection_product')
    .select('productId')
    .where('collectionId', '=', id)
    .orderBy('position')
    .execute();
  return found.map((row) => row.productId);
}

/** Puts exactly these products into a collection, in this order. */
export async function replaceMembers(
  ctx: Context,
  id: CollectionId,
  products: readonly ProductId[],
): Promise<void> {
  await rows(ctx).deleteFrom('catalog.collection_product').where('collectionId', '=', id).execute();
  if (products.length === 0) return;
  await rows(ctx)
    .insertInto('catalog.collection_product')
    .values(products.map((productId, position) => ({ collectionId: id, productId, position })))
    .execute();
}

/** Puts a product into exactly these collections; where it already is, it keeps its place. */
export async function replaceMemberships(
  ctx: Context,
  productId: ProductId,
  collections: readonly CollectionId[],
): Promise<void> {
  await rows(ctx)
    .deleteFrom('catalog.collection_product')
    .where('productId', '=', productId)
    .where((eb) => eb.not(eb('collectionId', '=', eb.fn.any(eb.val(collections)))))
    .execute();
  if (collections.length === 0) return;
  await sql`
    insert into catalog.collection_product (tenant_id, collection_id, product_id, position)
    select ${ctx.tenant.id}::uuid, c.id, ${productId}::uuid, coalesce((select max(cp.position) + 1 from catalog.collection_product cp
      where cp.tenant_id = ${ctx.tenant.id} and cp.collection_id = c.id), 0)
    from unnest(${collections}::uuid[]) as c(id) on conflict (tenant_id, collection_id, product_id) do nothing`.execute(
    ctx.tx,
  );
}
