import { queryOptions } from '@tanstack/react-query';
import type { MoneyValue } from '../format/money.tsx';
import { api, bodyAs, done, ifMatch, versionedBodyAs } from './client.ts';

export type ProductStatus = 'draft' | 'active' | 'archived';
export type Condition =
  'new' | 'open_box' | 'refurbished' | 'used_like_new' | 'used_good' | 'used_fair' | 'for_parts';

export interface Picture {
  readonly id: string;
  readonly alt: string;
  readonly state?: 'ready' | 'pending';
  readonly urls: { readonly small: string; readonly medium: string; readonly large: string } | null;
}

export interface ProductLine {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly vendor: string | null;
  readonly status: ProductStatus;
  readonly updatedAt: string;
  readonly picture: Picture | null;
  readonly variants: number;
  readonly available: boolean;
  readonly price: MoneyValue | null;
  readonly priceTo: MoneyValue | null;
}

export interface Variant {
  readonly id: string;
  readonly offerId: string;
  readonly title: string;
  readonly options: readonly string[];
  readonly sku: string | null;
  readonly gtin: string | null;
  readonly weightGrams: number;
  readonly requiresShipping: boolean;
  readonly taxClass: string;
  readonly price: MoneyValue | null;
  readonly compareAt: MoneyValue | null;
  readonly lowest30: MoneyValue | null;
  readonly available: boolean;
  readonly left: number | null;
  readonly pictureId: string | null;
}

export interface ProductOption {
  readonly name: string;
  readonly values: readonly string[];
}

export interface ProductAttribute {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'choice';
  readonly unit: string | null;
  readonly value: string | number | boolean;
}

interface Named {
  readonly slug: string;
  readonly title: string;
}

export interface Product {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly vendor: string | null;
  readonly productType: string | null;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly condition: Condition;
  readonly seoTitle: string | null;
  readonly seoDescription: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly pictures: readonly Picture[];
  readonly options: readonly ProductOption[];
  readonly variants: readonly Variant[];
  readonly attributes: readonly ProductAttribute[];
  readonly category: readonly Named[];
  readonly collections: readonly Named[];
}

export interface ProductsFilter {
  readonly q?: string;
  readonly status?: ProductStatus;
  readonly sort?: 'updated' | 'newest' | 'title';
}

export interface ProductsPage {
  readonly items: readonly ProductLine[];
  readonly next: string | null;
  readonly counts: Readonly<Record<ProductStatus, number>>;
}

export const listProducts = (filter: ProductsFilter, after?: string, limit = 50) =>
  bodyAs<ProductsPage>(
    api.GET('/api/admin/products', { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }),
  );

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: () =>
      versionedBodyAs<Product>(api.GET('/api/admin/products/{id}', { params: { path: { id } } })),
  });

/** What is said about a product; only what is given changes. */
export interface ProductHead {
  readonly title?: string;
  readonly slug?: string;
  readonly descriptionHtml?: string;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly tags?: string[];
  readonly status?: ProductStatus;
  readonly condition?: Condition;
  readonly seoTitle?: string | null;
  readonly seoDescription?: string | null;
  readonly category?: string[];
  readonly collections?: string[];
  readonly attributes?: Record<string, string | number | boolean>;
}

export const createProduct = (head: ProductHead & { title: string }) =>
  bodyAs<Product>(api.POST('/api/admin/products', { body: head }));

export const changeProduct = (id: string, etag: string, head: ProductHead) =>
  bodyAs<Product>(
    api.PATCH('/api/admin/products/{id}', { params: { path: { id } }, body: head, ...ifMatch(etag) }),
  );

export interface VariantChange {
  readonly id?: string;
  readonly options: string[];
  readonly sku?: string | null;
  readonly gtin?: string | null;
  readonly weightGrams?: number;
  readonly requiresShipping?: boolean;
  readonly taxClass?: string;
}

export const changeVariants = (
  id: string,
  etag: string,
  body: { options?: { name: string; values: string[] }[]; variants?: VariantChange[] },
) =>
  bodyAs<Product>(
    api.PUT('/api/admin/products/{id}/variants', { params: { path: { id } }, body, ...ifMatch(etag) }),
  );

export const changeStatus = (ids: readonly string[], status: ProductStatus) =>
  bodyAs<{ changed: readonly string[] }>(
    api.POST('/api/admin/products/status', { body: { ids: [...ids], status } }),
  );

export function addPicture(id: string, file: File, alt: string): Promise<Picture> {
  const form = new FormData();
  form.set('alt', alt); // before the file: the server reads the parts as they come
  form.set('file', file);
  const upload = {
    params: { path: { id } },
    body: form as never,
    bodySerializer: (body: unknown) => body as FormData,
  };
  return bodyAs<Picture>(api.POST('/api/admin/products/{id}/pictures', upload));
}

export const arrangePictures = (id: string, pictures: { id: string; alt: string }[]) =>
  done(api.PUT('/api/admin/products/{id}/pictures', { params: { path: { id } }, body: { pictures } }));

export const removePicture = (id: string, mediaId: string) =>
  done(api.DELETE('/api/admin/products/{id}/pictures/{mediaId}', { params: { path: { id, mediaId } } }));

export interface Collection {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly position: number;
}

export interface Category {
  readonly id: string;
  readonly parentId: string | null;
  readonly slug: string;
  readonly title: string;
}

export const shelvesQuery = queryOptions({
  queryKey: ['products', 'shelves'],
  queryFn: () =>
    bodyAs<{ categories: readonly Category[]; collections: readonly Collection[] }>(
      api.GET('/api/admin/shelves'),
    ),
});

export interface Attribute {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly kind: ProductAttribute['kind'];
  readonly unit: string | null;
  readonly choices: readonly string[];
}

export const attributesQuery = queryOptions({
  queryKey: ['products', 'attributes'],
  queryFn: () => bodyAs<{ items: readonly Attribute[] }>(api.GET('/api/admin/attributes')),
});

export const createCollection = (title: string) =>
  bodyAs<Collection>(api.POST('/api/admin/collections', { body: { title } }));

export const changeCollection = (id: string, body: { title?: string; description?: string; slug?: string }) =>
  done(api.PATCH('/api/admin/collections/{id}', { params: { path: { id } }, body }));

export const removeCollection = (id: string) =>
  done(api.DELETE('/api/admin/collections/{id}', { params: { path: { id } } }));

export const createCategory = (title: string, parentId: string | null) =>
  bodyAs<Category>(api.POST('/api/admin/categories', { body: { title, parentId } }));

export const removeCategory = (id: string) =>
  done(api.DELETE('/api/admin/categories/{id}', { params: { path: { id } } }));
