import type { Context } from '#kernel/context.ts';
import { findRun, insertRun } from './queries.ts';
import type { ImportRun } from './queries.ts';
import { refuse } from './refuse.ts';
import type { ImportId } from './tables.ts';

/** Notes that an uploaded file is to be imported; the worker begins within seconds. */
export async function requestImport(
  ctx: Context,
  request: { readonly id: ImportId; readonly fileName: string; readonly dryRun: boolean },
): Promise<ImportRun> {
  await insertRun(ctx, {
    ...request,
    fileName: request.fileName.replace(/^.*[\\/]/, '').slice(0, 200) || 'file.csv',
  });
  ctx.audit({
    action: 'exchange.requested',
    on: { table: 'exchange.import_run', id: request.id },
    details: { dryRun: request.dryRun },
  });
  return getImport(ctx, request.id);
}

/** How far an import is. Refuses: exchange.importGone. */
export async function getImport(ctx: Context, id: ImportId): Promise<ImportRun> {
  const run = await findRun(ctx, id);
  if (!run) throw refuse.importGone({ id });
  return run;
}
