import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { newId } from '#kernel/ids.ts';
import { progressOf, workOf } from './import-run.ts';
import type { ImportProgress, Work } from './import-run.ts';
import { matchRows } from './match-rows.ts';
import { deleteRows, findRun, insertRun, updateRun } from './queries.ts';
import type { ImportRun } from './queries.ts';
import { refuse } from './refuse.ts';
import { stageFile } from './stage-file.ts';
import type { Format, ImportId } from './tables.ts';
import { writeProducts } from './write-products.ts';

export interface ImportSource {
  readonly stream: AsyncIterable<Uint8Array>;
  readonly fileName: string;
}

export interface ImportOptions {
  /** Does everything, says the same, keeps nothing. */
  readonly dryRun?: boolean;
  /** When the columns do not tell by themselves. */
  readonly format?: Format;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** The id of a run that was cut off. */
  readonly resumeFrom?: string;
}

/**
 * Takes a Shopify or WooCommerce product file into the shop: products, prices, stock, shelves, addresses of pictures.
 *
 * Each product is stored whole or not at all; what could not be taken is in the report with its line. Runs outside of any
 * transaction and may be killed: with `resumeFrom` it goes on, from the staged rows or, when reading was cut off, from the file.
 * Refuses: exchange.importGone, exchange.takenOver. Shape: how it ended; `failed` when the file could not be used as a whole.
 */
export async function importProducts(
  house: House,
  tenant: Tenant,
  source: ImportSource,
  options: ImportOptions = {},
): Promise<ImportProgress> {
  const work = workOf(house, tenant);
  const id = (options.resumeFrom as ImportId | undefined) ?? newId<ImportId>();
  if (!options.resumeFrom) {
    const fileName = source.fileName.replace(/^.*[\\/]/, '').slice(0, 200);
    await work((ctx) => insertRun(ctx, { id, fileName, dryRun: options.dryRun ?? false }));
  }
  return runImport(work, tenant, id, source.stream, options);
}

/** Brings a run to its end from wherever it stands. */
export async function runImport(
  work: Work,
  tenant: Tenant,
  id: ImportId,
  stream: AsyncIterable<Uint8Array>,
  { format, onProgress }: ImportOptions,
): Promise<ImportProgress> {
  const tell = async (): Promise<ImportRun> => {
    const run = await work((ctx) => findRun(ctx, id));
    if (!run) throw refuse.importGone({ id });
    onProgress?.(progressOf(run));
    return run;
  };
  let run = await tell();
  if (run.state === 'waiting' || run.state === 'reading') {
    const at = run;
    const isUsable = await stageFile(work, id, stream, format, (rowsRead) =>
      onProgress?.({ ...progressOf(at), state: 'reading', rowsRead }),
    );
    run = await tell();
    if (isUsable) await matchRows(work, id, run.format ?? 'shopify');
    else await finish(work, id, 'failed');
    run = await tell();
  }
  if (run.state === 'writing') {
    let done = 0;
    await writeProducts(work, tenant, run, async () => {
      done += 1;
      if (onProgress && done % 25 === 0) await tell();
    });
    await finish(work, id, 'done');
  }
  return progressOf(await tell());
}

async function finish(work: Work, id: ImportId, state: 'done' | 'failed'): Promise<void> {
  await work(async (ctx) => {
    await deleteRows(ctx, id);
    await updateRun(ctx, id, { state, finishedAt: ctx.now });
    ctx.audit({ action: 'exchange.imported', on: { table: 'exchange.import_run', id }, details: { state } });
  });
}
