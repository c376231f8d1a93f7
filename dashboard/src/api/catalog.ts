import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf, done, ifMatch, versionedBodyOf } from './client.ts';
import type { Answer, ItemOf } from './client.ts';

export type ProductLine = ItemOf<'/api/admin/products'>;
export type Product = Answer<'get', '/api/admin/products/{id}'>;
export type ProductStatus = Product['status'];
export type Condition = Product['condition'];
export type Picture = Product['pictures'][number];
export type Variant = Product['variants'][number];
export type Attribute = ItemOf<'/api/admin/attributes'>;
type Shelves = Answer<'get', '/api/admin/shelves'>;
export type Collection = Shelves['collections'][number];
export type Category = Shelves['categories'][number];

export interface ProductsFilter {
  readonly q?: string;
  readonly status?: ProductStatus;
  readonly sort?: 'updated' | 'newest' | 'title';
}

export const listProducts = (filter: ProductsFilter, after?: string, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/products', { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }),
  );

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: () => versionedBodyOf(api.GET('/api/admin/products/{id}', { params: { path: { id } } })),
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
  bodyOf(api.POST('/api/admin/products', { body: head }));

export const changeProduct = (id: string, etag: string, head: ProductHead) =>
  bodyOf(api.PATCH('/api/admin/products/{id}', { params: { path: { id } }, body: head, ...ifMatch(etag) }));

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
  bodyOf(api.PUT('/api/admin/products/{id}/variants', { params: { path: { id } }, body, ...ifMatch(etag) }));

export const changeStatus = (ids: readonly string[], status: ProductStatus) =>
  bodyOf(api.POST('/api/admin/products/status', { body: { ids: [...ids], status } }));

export function addPicture(id: string, file: File, alt: string) {
  const form = new FormData();
  form.set('alt', alt); // before the file: the server reads the parts as they come
  form.set('file', file);
  const upload = {
    params: { path: { id } },
    body: form as never,
    bodySerializer: (body: unknown) => body as FormData,
  };
  return bodyOf(api.POST('/api/admin/products/{id}/pictures', upload));
}

export const arrangePictures = (id: string, pictures: { id: string; alt: string }[]) =>
  done(api.PUT('/api/admin/products/{id}/pictures', { params: { path: { id } }, body: { pictures } }));

export const removePicture = (id: string, mediaId: string) =>
  done(api.DELETE('/api/admin/products/{id}/pictures/{mediaId}', { params: { path: { id, mediaId } } }));

export const shelvesQuery = queryOptions({
  queryKey: ['products', 'shelves'],
  queryFn: () => bodyOf(api.GET('/api/admin/shelves')),
});

export const attributesQuery = queryOptions({
  queryKey: ['products', 'attributes'],
  queryFn: () => bodyOf(api.GET('/api/admin/attributes')),
});

export const createCollection = (title: string) =>
  bodyOf(api.POST('/api/admin/collections', { body: { title } }));

export const changeCollection = (id: string, body: { title?: string; description?: string; slug?: string }) =>
  done(api.PATCH('/api/admin/collections/{id}', { params: { path: { id } }, body }));

export const removeCollection = (id: string) =>
  done(api.DELETE('/api/admin/collections/{id}', { params: { path: { id } } }));

export const createCategory = (title: string, parentId: string | null) =>
  bodyOf(api.POST('/api/admin/categories', { body: { title, parentId } }));

export const removeCategory = (id: string) =>
  done(api.DELETE('/api/admin/categories/{id}', { params: { path: { id } } }));
