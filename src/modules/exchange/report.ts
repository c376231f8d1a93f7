import { stringify } from 'csv-stringify/sync';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { safeCell } from './cells.ts';
import { workOf } from './import-run.ts';
import { notesAfter } from './queries.ts';
import type { KeptNote } from './queries.ts';
import type { ImportId } from './tables.ts';

const portion = 1000;

/** The report of an import as a file for a spreadsheet, in order of lines. Shape: pieces of CSV text. */
export async function* reportCsv(house: House, tenant: Tenant, id: ImportId): AsyncGenerator<string> {
  const work = workOf(house, tenant);
  yield stringify([['Line', 'Column', 'Result', 'Code', 'What happened']]);
  let after: KeptNote | undefined;
  for (;;) {
    const from: KeptNote | undefined = after;
    const notes = await work((ctx) => notesAfter(ctx, id, from, portion));
    const result = { reject: 'left out', warn: 'imported' } as const;
    if (notes.length > 0)
      yield stringify(
        notes.map((note) => [
          String(note.line),
          safeCell(note.heading ?? ''),
          result[note.severity],
          note.code,
          safeCell(note.says),
        ]),
      );
    if (notes.length < portion) return;
    after = notes.at(-1);
  }
}
