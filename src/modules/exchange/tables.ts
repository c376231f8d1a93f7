import type { Id, TenantId } from '#kernel/ids.ts';
import { plain, store, table, tenantSealed } from '#kernel/registry.ts';
import type { Rows } from '#kernel/registry.ts';
import type { MediaId, ProductId } from '#modules/catalog/index.ts';

export type ImportId = Id<'import'>;
export type ImportState = 'waiting' | 'reading' | 'writing' | 'done' | 'failed';
export type Format = 'shopify' | 'shopify-legacy' | 'woocommerce';

const tenantId = plain<TenantId>('tenant key');

const importRun = table(
  'exchange.import_run',
  {
    tenantId,
    id: plain<ImportId>('random key'),
    fileName: tenantSealed('the name of an uploaded file may name anybody', 'import'),
    format: plain<Format | null>('whose columns it has'),
    encoding: plain<string | null>('how its letters are written'),
    dryRun: plain<boolean>('whether it only reports'),
    state: plain<ImportState>('how far it is'),
    position: plain<number>('where to go on'),
    rowsRead: plain<number>('count'),
    products: plain<number>('count'),
    productsDone: plain<number>('count'),
    created: plain<number>('count'),
    changed: plain<number>('count'),
    rejected: plain<number>('count'),
    warnings: plain<number>('count'),
    requestedAt: plain<Date>('when it was asked for'),
    touchedAt: plain<Date>('when it last moved'),
    finishedAt: plain<Date | null>('when it ended'),
  },
  {
    agesFrom: 'touchedAt',
    endedBy: { job: 'exchange.forget-imports', because: 'the uploaded file goes with it' },
  },
);

const importRow = table('exchange.import_row', {
  tenantId,
  runId: plain<ImportId>('the import'),
  line: plain<number>('line in the file'),
  block: plain<number>('lines that belong together as they stand'),
  productLine: plain<number | null>('line of the product it belongs to'),
  refs: plain<string[]>('what other rows may call it'),
  parentRef: plain<string | null>('what it calls its product'),
  sku: plain<string | null>('stock number of goods'),
  slug: plain<string | null>('address the product gets'),
  clash: plain<string | null>('words of ours about a stock number'),
  cells: plain<Readonly<Record<string, string>>, string>(
    'a row of a catalogue file; gone when the import ends',
  ),
});

const importNote = table('exchange.import_note', {
  tenantId,
  runId: plain<ImportId>('the import'),
  id: plain<string>('random key'),
  line: plain<number>('line in the file'),
  heading: plain<string | null>('column in the file'),
  severity: plain<'reject' | 'warn'>('whether the product was left out'),
  code: plain<string>('kind of finding'),
  says: plain<string>('words of ours about goods'),
});

const pictureWait = table('exchange.picture_wait', {
  tenantId,
  mediaId: plain<MediaId>('random key'),
  runId: plain<ImportId>('the import'),
  productId: plain<ProductId>('the goods it shows'),
  line: plain<number>('line in the file'),
  host: plain<string>('where it is'),
  url: plain<string>('public address of a picture of goods'),
  state: plain<'waiting' | 'done' | 'failed'>('how far it is'),
  attempts: plain<number>('count'),
  nextAt: plain<Date>('when it is tried next'),
  code: plain<string | null>('why it failed, as a code'),
});

export const tables = { importRun, importRow, importNote, pictureWait };
export type ExchangeRows = Rows<typeof tables>;

export const stores = [
  store({
    name: 'data/files/<tenant>/import/<id>',
    kind: 'files',
    holds: 'sealed',
    because:
      'a catalogue file from its upload until the import is done; who picks the wrong file uploads their customers, so it waits under a key of the tenant',
    retention: 'until the import is done; of a dry run, which may be repeated for real, 14 days',
  }),
];
