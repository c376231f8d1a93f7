import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { progressOf } from './import-run.ts';
import { listRuns, notesAfter } from './queries.ts';
import type { ImportRun } from './queries.ts';
import { getImport } from './request-import.ts';
import type { ImportId } from './tables.ts';

/** An import as the desk shows it. */
export const presentRun = (run: ImportRun) => ({
  ...progressOf(run),
  requestedAt: run.requestedAt.toISOString(),
  finishedAt: run.finishedAt?.toISOString() ?? null,
});

/** Imports of the last two weeks, newest first. Shape: `next` is null on the last page. */
export async function listImports(
  ctx: Context,
  { limit = 20, after }: { readonly limit?: number; readonly after?: string },
) {
  const place = placeAfter(after, 'instant', 'id');
  const runs = await listRuns(ctx, place && { at: place[0], id: place[1] }, limit);
  const shown = runs.slice(0, limit);
  const last = runs.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(presentRun),
    next: last ? cursorOf([last.requestedAt.toISOString(), last.id]) : null,
  };
}

/** What an import has to say, in order of lines. Refuses: exchange.importGone. Shape: `next` is null on the last page. */
export async function readReport(
  ctx: Context,
  id: ImportId,
  { limit = 50, after }: { readonly limit?: number; readonly after?: string },
) {
  await getImport(ctx, id);
  const place = placeAfter(after, 'integer', 'id');
  const notes = await notesAfter(ctx, id, place && { line: place[0], id: place[1] }, limit + 1);
  const shown = notes.slice(0, limit);
  const last = notes.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ line, heading, severity, code, says }) => ({
      line,
      column: heading,
      severity,
      code,
      says,
    })),
    next: last ? cursorOf([last.line, last.id]) : null,
  };
}
