import { Readable } from 'node:stream';
import { Type } from 'typebox';
import { IdText, Nullable, PageOf, Shape, pageQuery } from '#kernel/http.ts';
import type { Http } from '#kernel/http.ts';
import { newId } from '#kernel/ids.ts';
import { exportProducts } from './export-products.ts';
import { listImports, presentRun, readReport } from './list-imports.ts';
import { refuse } from './refuse.ts';
import { reportCsv } from './report.ts';
import { getImport, requestImport } from './request-import.ts';
import type { ImportId } from './tables.ts';
import { keepUpload, removeUpload, repeatUpload } from './upload.ts';

const reads = { audience: { staff: 'catalog.read' }, purpose: 'administer' } as const;
const writes = { audience: { staff: 'catalog.write' }, purpose: 'administer' } as const;
const One = Shape({ id: IdText });
const FormatShape = Type.Enum(['shopify', 'shopify-legacy', 'woocommerce']);
const Count = Type.Integer({ minimum: 0 });

const Run = Shape({
  id: Type.String(),
  fileName: Type.String(),
  dryRun: Type.Boolean(),
  state: Type.Enum(['waiting', 'reading', 'writing', 'done', 'failed']),
  format: Nullable(FormatShape),
  encoding: Nullable(Type.String()),
  rowsRead: Count,
  products: Count,
  productsDone: Count,
  created: Count,
  changed: Count,
  rejected: Count,
  warnings: Count,
  requestedAt: Type.String(),
  finishedAt: Nullable(Type.String()),
});
const NoteShape = Shape({
  line: Type.Integer(),
  column: Nullable(Type.String()),
  severity: Type.Enum(['reject', 'warn']),
  code: Type.String(),
  says: Type.String(),
});

/** The desk's door for catalogue files. */
export function routes(http: Http): void {
  importRoutes(http);
  reportRoutes(http);
  exportRoute(http);
}

function importRoutes(http: Http): void {
  http.post(
    '/api/admin/imports',
    {
      config: {
        ...writes,
        says: 'Uploads a product file (multipart: file) to import, or with dryRun=true only to report on.',
        idempotency: 'off',
      },
      schema: { querystring: Shape({ dryRun: Type.Optional(Type.Boolean()) }), response: { 202: Run } },
    },
    async (request, reply) => {
      const upload = await request.file({ limits: { files: 1 }, throwFileSizeLimit: false });
      if (!upload) throw refuse.fileMissing({ field: 'file' });
      const id = newId<ImportId>();
      await keepUpload(request.house, request.tenant, id, upload.file);
      if (upload.file.truncated) {
        await removeUpload(request.house, request.tenant, id);
        throw refuse.fileTooLarge({ field: 'file' });
      }
      const run = await request.work((ctx) =>
        requestImport(ctx, { id, fileName: upload.filename, dryRun: request.query.dryRun ?? false }),
      );
      return reply.code(202).send(presentRun(run));
    },
  );

  http.post(
    '/api/admin/imports/:id/apply',
    {
      config: { ...writes, says: 'Imports the file of a dry run for real.' },
      schema: { params: One, response: { 202: Run } },
    },
    async (request, reply) => {
      const tried = await request.work((ctx) => getImport(ctx, request.params.id as ImportId));
      const id = newId<ImportId>();
      const mayRepeat = tried.dryRun && tried.state === 'done';
      if (!mayRepeat || !(await repeatUpload(request.house, request.tenant, tried.id, id)))
        throw refuse.notTried({ state: tried.state });
      const run = await request.work((ctx) =>
        requestImport(ctx, { id, fileName: tried.fileName, dryRun: false }),
      );
      return reply.code(202).send(presentRun(run));
    },
  );

  http.get(
    '/api/admin/imports',
    {
      config: { ...reads, says: 'Lists the imports of the last two weeks.' },
      schema: { querystring: Shape(pageQuery), response: { 200: PageOf(Run) } },
    },
    (request) => request.work((ctx) => listImports(ctx, request.query)),
  );

  http.get(
    '/api/admin/imports/:id',
    {
      config: { ...reads, says: 'Tells how far an import is.' },
      schema: { params: One, response: { 200: Run } },
    },
    async (request) => presentRun(await request.work((ctx) => getImport(ctx, request.params.id as ImportId))),
  );
}

function reportRoutes(http: Http): void {
  http.get(
    '/api/admin/imports/:id/report',
    {
      config: { ...reads, says: 'Lists what an import left out or changed, by line.' },
      schema: { params: One, querystring: Shape(pageQuery), response: { 200: PageOf(NoteShape) } },
    },
    (request) => request.work((ctx) => readReport(ctx, request.params.id as ImportId, request.query)),
  );

  http.get(
    '/api/admin/imports/:id/report.csv',
    {
      config: { ...reads, says: 'Sends the report of an import as a spreadsheet file.' },
      schema: { params: One },
    },
    async (request, reply) => {
      const { id } = await request.work((ctx) => getImport(ctx, request.params.id as ImportId));
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="import-report.csv"`)
        .send(Readable.from(reportCsv(request.house, request.tenant, id)));
    },
  );
}

function exportRoute(http: Http): void {
  http.get(
    '/api/admin/exports/products.csv',
    {
      config: { ...reads, says: 'Sends the whole catalogue as a Shopify or WooCommerce product file.' },
      schema: { querystring: Shape({ format: Type.Optional(FormatShape) }) },
    },
    (request, reply) => {
      const { format = 'shopify' } = request.query;
      const origin = `${request.protocol}://${request.host}`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="products-${format}.csv"`)
        .send(Readable.from(exportProducts(request.house, request.tenant, { format, origin })));
    },
  );
}
