import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client.ts';
import type { ItemOf } from './client.ts';

export type ImportRun = ItemOf<'/api/admin/imports'>;
export type ImportNote = ItemOf<'/api/admin/imports/{id}/report'>;

export const isRunning = (run: ImportRun): boolean =>
  run.state === 'waiting' || run.state === 'reading' || run.state === 'writing';

export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: () => bodyOf(api.GET('/api/admin/imports', { params: { query: { limit: 20 } } })),
});

/** Looks again every second as long as it runs: an import goes on whether somebody watches or not. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/admin/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) =>
      query.state.data === undefined || isRunning(query.state.data) ? 1000 : false,
    staleTime: 0,
  });

export const listNotes = (id: string, after?: string) =>
  bodyOf(
    api.GET('/api/admin/imports/{id}/report', {
      params: { path: { id }, query: { limit: 50, ...(after ? { after } : {}) } },
    }),
  );

export const reportAddress = (id: string): string => `/api/admin/imports/${id}/report.csv`;

export function tryImport(file: File): Promise<ImportRun> {
  const form = new FormData();
  form.set('file', file);
  const upload = {
    params: { query: { dryRun: true } },
    body: form as never,
    bodySerializer: (body: unknown) => body as FormData,
  };
  return bodyOf(api.POST('/api/admin/imports', upload)) as Promise<ImportRun>;
}

export const applyImport = (id: string) =>
  bodyOf(api.POST('/api/admin/imports/{id}/apply', { params: { path: { id } } }));

export const exportAddress = (format: 'shopify' | 'shopify-legacy' | 'woocommerce'): string =>
  `/api/admin/exports/products.csv?format=${format}`;

/** Where the pictures of an import are; looks again while some are on their way. */
export const picturesQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'pictures', id],
    queryFn: () => bodyOf(api.GET('/api/admin/imports/{id}/pictures', { params: { path: { id } } })),
    refetchInterval: (query) =>
      query.state.data?.items.some(({ waiting, agreed }) => waiting > 0 && agreed) ? 3000 : false,
    staleTime: 0,
  });

export const agreeOnPictures = (id: string, hosts: string[]) =>
  bodyOf(api.POST('/api/admin/imports/{id}/pictures', { params: { path: { id } }, body: { hosts } }));
