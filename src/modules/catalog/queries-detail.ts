import { sql } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Condition, OfferId, ProductId, ProductStatus, StoredPicture, VariantId } from './tables.ts';

/** A product with all that hangs on it, as one statement brings it. Amounts are JSON numbers here. */
export interface DetailRow {
  readonly id: ProductId;
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string | null;
  readonly productType: string | null;
  readonly tags: string[];
  readonly status: ProductStatus;
  readonly condition: Condition;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly pictures: DetailPicture[];
  readonly options: { name: string; values: string[] }[];
  readonly variants: DetailVariant[];
  readonly attributes: DetailAttribute[];
  readonly category: { slug: string; title: string }[];
  readonly collections: { slug: string; title: string }[];
}

type DetailPicture =
  | (StoredPicture & { readonly state: 'ready'; readonly sourceUrl: string | null })
  | {
      readonly id: string;
      readonly alt: string;
      readonly width: null;
      readonly height: null;
      readonly state: 'pending';
      readonly sourceUrl: string;
    };

export interface DetailAttribute {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice';
  readonly unit: string | null;
  readonly filterable: boolean;
  readonly value: string;
}

interface DetailVariant {
  readonly id: VariantId;
  readonly offerId: OfferId;
  readonly options: string[];
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxClass: string;
  readonly mediaId: string | null;
  readonly amountMinor: number | null;
  readonly compareAtMinor: number | null;
  readonly lowest30Minor: number | null;
  readonly available: boolean;
  readonly remaining: number | null;
}

/** Products by id or by address, whole; a page of an export or one product page. Shape: in order of id. */
export async function findDetails(
  ctx: Context,
  which:
    | { readonly ids: readonly ProductId[] }
    | { readonly slug: string }
    | { readonly after: ProductId | null; readonly limit: number },
): Promise<DetailRow[]> {
  const tenant = ctx.tenant.id;
  const meant =
    'slug' in which
      ? sql`p.slug = ${which.slug}`
      : 'ids' in which
        ? sql`p.id = any(${which.ids})`
        : which.after
          ? sql`p.id > ${which.after}`
          : sql`true`;
  const limit = 'limit' in which ? sql`limit ${which.limit}` : sql``;
  const { rows: found } = await sql<DetailRow>`
    select p.id, p.slug, p.title, p.description_html, p.vendor, p.product_type, p.tags, p.status, p.condition, p.seo_title, p.seo_description,
      p.version, p.created_at, p.updated_at,
      coalesce((select json_agg(json_build_object('id', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height, 'state', m.state, 'sourceUrl', m.source_url)
          order by m.position, m.id)
        from catalog.media m where m.tenant_id = ${tenant} and m.product_id = p.id), '[]') as pictures,
      coalesce((select json_agg(json_build_object('name', o.name, 'values', (
          select coalesce(json_agg(ov.value order by ov.position), '[]') from catalog.option_value ov where ov.tenant_id = ${tenant} and ov.option_id = o.id
        )) order by o.position) from catalog.option o where o.tenant_id = ${tenant} and o.product_id = p.id), '[]') as options,
      coalesce((select json_agg(json_build_object('id', v.id, 'offerId', o.id, 'options', v.options, 'sku', o.sku, 'gtin', v.gtin,
          'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping, 'taxClass', v.tax_class, 'mediaId', v.media_id,
          'amountMinor', op.amount_minor, 'compareAtMinor', op.compare_at_minor, 'lowest30Minor', op.lowest30_minor,
          'available', coalesce(s.available, false), 'remaining', s.remaining) order by v.position, v.id)
        from catalog.variant v
        join catalog.offer o on o.tenant_id = ${tenant} and o.variant_id = v.id and o.seller_id is null and o.retired_at is null
        left join catalog.offer_price op on op.tenant_id = ${tenant} and op.offer_id = o.id and op.currency = ${ctx.tenant.currency}
        left join catalog.offer_stock s on s.tenant_id = ${tenant} and s.offer_id = o.id
        where v.tenant_id = ${tenant} and v.product_id = p.id and v.retired_at is null), '[]') as variants,
      coalesce((select json_agg(json_build_object('name', d.code, 'label', d.label, 'kind', d.kind, 'unit', d.unit, 'filterable', d.filterable,
          'value', a.value) order by d.position, d.label)
        from catalog.product_attribute a join catalog.attribute_definition d on d.tenant_id = ${tenant} and d.id = a.attribute_id
        where a.tenant_id = ${tenant} and a.product_id = p.id), '[]') as attributes,
      coalesce((select json_agg(json_build_object('slug', up.slug, 'title', up.title) order by array_position(leaf.path, up.id))
        from catalog.category leaf join catalog.category up on up.tenant_id = ${tenant} and up.id = any(leaf.path)
        where leaf.tenant_id = ${tenant} and leaf.id = p.category_id), '[]') as category,
      coalesce((select json_agg(json_build_object('slug', c.slug, 'title', c.title) order by c.position, c.title)
        from catalog.collection_product cp join catalog.collection c on c.tenant_id = ${tenant} and c.id = cp.collection_id
        where cp.tenant_id = ${tenant} and cp.product_id = p.id), '[]') as collections
    from catalog.product p where p.tenant_id = ${tenant} and ${meant} order by p.id ${limit}`.execute(ctx.tx);
  return found;
}

export interface OfferRow {
  readonly offerId: OfferId;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  readonly sku: string | null;
  readonly slug: string;
  readonly title: string;
  readonly options: string[];
  readonly picture: StoredPicture | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxClass: string;
  readonly condition: Condition;
  readonly sellable: boolean;
}

/** Offers with what a cart line, a parcel and a tax line need to know of them. */
export async function findOffers(
  ctx: Context,
  which: { readonly ids: readonly OfferId[] } | { readonly sku: string },
): Promise<OfferRow[]> {
  const tenant = ctx.tenant.id;
  const meant =
    'ids' in which
      ? sql`o.id = any(${which.ids})`
      : sql`o.sku = ${which.sku} and o.seller_id is null and o.retired_at is null`;
  const { rows: found } = await sql<OfferRow>`
    select o.id as offer_id, o.variant_id, o.product_id, o.sku, p.slug, p.title, v.options, v.weight_grams, v.requires_shipping, v.tax_class,
      o.condition, p.status = 'active' and o.retired_at is null as sellable,
      (select json_build_object('id', m.id, 'alt', m.alt, 'width', m.width, 'height', m.height) from catalog.media m
        where m.tenant_id = ${tenant} and m.product_id = p.id and m.state = 'ready' order by m.id = v.media_id desc nulls last, m.position, m.id limit 1) as picture
    from catalog.offer o
    join catalog.variant v on v.tenant_id = ${tenant} and v.id = o.variant_id
    join catalog.product p on p.tenant_id = ${tenant} and p.id = o.product_id
    where o.tenant_id = ${tenant} and ${meant}`.execute(ctx.tx);
  return found;
}
