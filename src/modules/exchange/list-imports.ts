import type { Context } from '#kernel/context.ts';
import { cursorOf, readCursor } from '#kernel/http.ts';
import { isId } from '#kernel/ids.ts';
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

const isInstant = (text: string): boolean =>
  /^\d{4}-[\d:.TZ-]+$/.test(text) && !Number.isNaN(Date.parse(text));

/** Imports of the last two weeks, newest first. Shape: `next` is null on the last page. */
export async function listImports(
  ctx: Context,
  { limit = 20, after }: { readonly limit?: number; readonly after?: string },
) {
  const [at, id] = readCursor(after) ?? [];
  const isPlace = typeof at === 'string' && isInstant(at) && typeof id === 'string' && isId(id);
  const runs = await listRuns(ctx, isPlace ? { at, id } : undefined, limit);
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
  const place = readCursor(after);
  const isPlace = place && Number.isInteger(place[0]) && /^[0-9a-f-]{36}$/.test(String(place[1]));
  const notes = await notesAfter(
    ctx,
    id,
    isPlace ? { line: Number(place[0]), id: String(place[1]) } : undefined,
    limit + 1,
  );
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
