import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { Note, StagedRow } from './assembled.ts';
import type { ExchangeRows, ImportId } from './tables.ts';

const rows = (ctx: Context): Kysely<ExchangeRows> => ctx.tx;

type RunRow = Omit<Selectable<ExchangeRows['exchange.import_run']>, 'tenantId'>;
export type ImportRun = Omit<RunRow, 'fileName'> & { readonly fileName: string };
const runColumns = [
  'id',
  'fileName',
  'format',
  'encoding',
  'dryRun',
  'state',
  'position',
  'rowsRead',
  'products',
  'productsDone',
  'created',
  'changed',
  'rejected',
  'warnings',
  'requestedAt',
  'touchedAt',
  'finishedAt',
] as const;

/** People name files after people, so the name is kept sealed. */
const nameSeal = 'exchange.fileName';

async function withName(ctx: Context, { fileName, ...run }: RunRow): Promise<ImportRun> {
  const name = fileName && (await vault.openForTenant(ctx, nameSeal, fileName));
  return { ...run, fileName: name?.toString() ?? '' };
}

export async function insertRun(
  ctx: Context,
  { id, fileName, dryRun }: Pick<ImportRun, 'id' | 'fileName' | 'dryRun'>,
): Promise<void> {
  await rows(ctx)
    .insertInto('exchange.import_run')
    .values({
      id,
      fileName: await vault.sealForTenant(ctx, nameSeal, Buffer.from(fileName)),
      dryRun,
      format: null,
      encoding: null,
      state: 'waiting',
      position: 0,
      rowsRead: 0,
      products: 0,
      productsDone: 0,
      created: 0,
      changed: 0,
      rejected: 0,
      warnings: 0,
      requestedAt: ctx.now,
      touchedAt: ctx.now,
      finishedAt: null,
    })
    .execute();
}

export async function findRun(ctx: Context, id: ImportId): Promise<ImportRun | undefined> {
  const found = await rows(ctx)
    .selectFrom('exchange.import_run')
    .select(runColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return found && withName(ctx, found);
}

export async function updateRun(
  ctx: Context,
  id: ImportId,
  values: Partial<Omit<RunRow, 'id' | 'fileName' | 'touchedAt'>>,
): Promise<void> {
  await rows(ctx)
    .updateTable('exchange.import_run')
    .set({ ...values, touchedAt: ctx.now })
    .where('id', '=', id)
    .execute();
}

/** Takes a run that nobody has touched since `before`, so that two workers never write the same one. */
export async function claimRun(ctx: Context, before: Date): Promise<ImportRun | undefined> {
  const claimed = await rows(ctx)
    .updateTable('exchange.import_run')
    .set({ touchedAt: ctx.now })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('exchange.import_run')
        .select('id')
        .where((row) =>
          row.or([
            row('state', '=', 'waiting'),
            row.and([row('state', 'in', ['reading', 'writing']), row('touchedAt', '<', before)]),
          ]),
        )
        .orderBy('requestedAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(runColumns)
    .executeTakeFirst();
  return claimed && withName(ctx, claimed);
}

/**
 * One product dealt with: the counts and the place to go on from move with it.
 *
 * Shape: false when somebody else has moved the run on in the meantime; then nothing of this product may be stored.
 */
export async function countProduct(
  ctx: Context,
  id: ImportId,
  { from, to }: { readonly from: number; readonly to: number },
  {
    created,
    changed,
    rejected,
    warnings,
  }: Readonly<Record<'created' | 'changed' | 'rejected' | 'warnings', number>>,
): Promise<boolean> {
  const moved = await rows(ctx)
    .updateTable('exchange.import_run')
    .set((eb) => ({
      position: to,
      touchedAt: ctx.now,
      productsDone: eb('productsDone', '+', 1),
      created: eb('created', '+', created),
      changed: eb('changed', '+', changed),
      rejected: eb('rejected', '+', rejected),
      warnings: eb('warnings', '+', warnings),
    }))
    .where('id', '=', id)
    .where('position', '=', from)
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

export async function listRuns(
  ctx: Context,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<ImportRun[]> {
  let query = rows(ctx)
    .selectFrom('exchange.import_run')
    .select(runColumns)
    .orderBy('requestedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (after)
    query = query.where(sql<boolean>`(requested_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const found = await query.execute();
  return Promise.all(found.map((run) => withName(ctx, run)));
}

export async function insertNotes(ctx: Context, runId: ImportId, notes: readonly Note[]): Promise<void> {
  for (let start = 0; start < notes.length; start += 1000) {
    const some = notes.slice(start, start + 1000);
    await rows(ctx)
      .insertInto('exchange.import_note')
      .values(some.map((note) => ({ ...note, runId, id: newId<never>() as string })))
      .execute();
  }
}

export interface KeptNote extends Note {
  readonly id: string;
}

/** The report in order of lines. */
export async function notesAfter(
  ctx: Context,
  runId: ImportId,
  after: { line: number; id: string } | undefined,
  limit: number,
): Promise<KeptNote[]> {
  let query = rows(ctx)
    .selectFrom('exchange.import_note')
    .select(['id', 'line', 'heading', 'severity', 'code', 'says'])
    .where('runId', '=', runId)
    .orderBy('line')
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(line, id) > (${after.line}::integer, ${after.id}::uuid)`);
  return query.execute();
}

/** What reading alone left out: rows that belong to no product. */
export async function countRejected(ctx: Context, runId: ImportId): Promise<number> {
  const row = await rows(ctx)
    .selectFrom('exchange.import_note')
    .select((eb) => eb.fn.countAll<bigint>().as('n'))
    .where('runId', '=', runId)
    .where('severity', '=', 'reject')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Imports that are not done with their file: those that have yet to read it, and dry runs that may be repeated for real. */
export async function idsOfRunsWithFile(ctx: Context): Promise<ImportId[]> {
  const found = await rows(ctx)
    .selectFrom('exchange.import_run')
    .select('id')
    .where((row) =>
      row.or([
        row('state', 'in', ['waiting', 'reading']),
        row.and([row('dryRun', '=', true), row('state', '!=', 'failed')]),
      ]),
    )
    .execute();
  return found.map(({ id }) => id);
}

export async function deleteOldRuns(ctx: Context, before: Date): Promise<void> {
  await rows(ctx).deleteFrom('exchange.import_run').where('requestedAt', '<', before).execute();
}

/** Forgets what was read and said so far: the file is read from its beginning. */
export async function clearReading(ctx: Context, runId: ImportId): Promise<void> {
  await rows(ctx).deleteFrom('exchange.import_row').where('runId', '=', runId).execute();
  await rows(ctx).deleteFrom('exchange.import_note').where('runId', '=', runId).execute();
  await rows(ctx)
    .updateTable('exchange.import_run')
    .set({
      position: 0,
      rowsRead: 0,
      products: 0,
      productsDone: 0,
      created: 0,
      changed: 0,
      rejected: 0,
      warnings: 0,
    })
    .where('id', '=', runId)
    .execute();
}

export async function deleteRows(ctx: Context, runId: ImportId): Promise<void> {
  await rows(ctx).deleteFrom('exchange.import_row').where('runId', '=', runId).execute();
}

export interface RowToStage {
  readonly line: number;
  readonly block: number;
  readonly refs: readonly string[];
  readonly parentRef: string | null;
  readonly sku: string | null;
  readonly cells: Readonly<Record<string, string>>;
}

export async function insertRows(
  ctx: Context,
  runId: ImportId,
  staged: readonly RowToStage[],
): Promise<void> {
  await sql`
    insert into exchange.import_row (tenant_id, run_id, line, block, refs, parent_ref, sku, cells)
    select ${ctx.tenant.id}::uuid, ${runId}::uuid, n.line, n.block, array(select jsonb_array_elements_text(n.refs)), n."parentRef", n.sku, n.cells
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as n(line integer, block integer, refs jsonb, "parentRef" text, sku text, cells jsonb)`.execute(
    ctx.tx,
  );
}

/** Rows of one product, as they were staged. */
export async function rowsOfProducts(
  ctx: Context,
  runId: ImportId,
  lines: readonly number[],
): Promise<(StagedRow & { productLine: number; slug: string | null })[]> {
  const found = await rows(ctx)
    .selectFrom('exchange.import_row')
    .select(['line', 'productLine', 'cells', 'clash', 'slug'])
    .where('runId', '=', runId)
    .where('productLine', '=', (eb) => eb.fn.any(eb.val(lines)))
    .orderBy('line')
    .execute();
  return found.map((row) => ({ ...row, productLine: row.productLine ?? row.line }));
}

export async function productLinesAfter(
  ctx: Context,
  runId: ImportId,
  position: number,
  limit: number,
): Promise<number[]> {
  const found = await rows(ctx)
    .selectFrom('exchange.import_row')
    .select('productLine')
    .distinct()
    .where('runId', '=', runId)
    .where('productLine', '>', position)
    .orderBy('productLine')
    .limit(limit)
    .execute();
  return found.map((row) => row.productLine ?? 0);
}
