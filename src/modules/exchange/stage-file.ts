import { slugOf } from '#modules/catalog/index.ts';
import type { Note } from './assembled.ts';
import { text } from './assemble-shopify.ts';
import { typesOf } from './assemble-woo.ts';
import { headingOf } from './columns.ts';
import type { Work } from './import-run.ts';
import { clearReading, insertNotes, insertRows, updateRun } from './queries.ts';
import type { RowToStage } from './queries.ts';
import { newFacts, readRows } from './read-rows.ts';
import type { FileFacts, FileRow } from './read-rows.ts';
import type { Format, ImportId } from './tables.ts';

const mostRows = 500;
const mostText = 4_000_000;

/**
 * Reads a file into the staging table, a portion at a time, so that memory stays small and products find their parts.
 *
 * Shape: false when the file cannot be used as a whole; the report says why, and nothing of it is imported.
 */
export async function stageFile(
  work: Work,
  runId: ImportId,
  bytes: AsyncIterable<Uint8Array>,
  wanted: Format | undefined,
  onRows: (rows: number) => void,
): Promise<boolean> {
  await work(async (ctx) => {
    await clearReading(ctx, runId);
    await updateRun(ctx, runId, { state: 'reading' });
  });
  const facts = newFacts();
  const notes: Note[] = [];
  let portion: RowToStage[] = [];
  let size = 0;
  let rowsRead = 0;
  const flush = async (): Promise<void> => {
    const [staged, said] = [portion, notes.splice(0)];
    [portion, size] = [[], 0];
    await work(async (ctx) => {
      if (staged.length > 0) await insertRows(ctx, runId, staged);
      await insertNotes(ctx, runId, said);
      await updateRun(ctx, runId, { rowsRead });
    });
    onRows(rowsRead);
  };

  const place = placer();
  for await (const row of readRows(bytes, facts, wanted)) {
    rowsRead += 1;
    const staged = place(row, facts.format ?? 'shopify', notes);
    if (!staged) continue;
    portion.push(staged);
    size += Object.values(row.cells).reduce((sum, cell) => sum + cell.length, 0);
    if (portion.length >= mostRows || size >= mostText) await flush();
  }
  const problem = problemOf(facts, rowsRead);
  notes.push(...(problem ? [problem] : remarksOf(facts)));
  await flush();
  await work((ctx) => updateRun(ctx, runId, { format: facts.format ?? null, encoding: facts.encoding }));
  return problem === undefined;
}

/** Says of each row, in the order of the file, which product it belongs to and what others may call it. */
function placer(): (row: FileRow, format: Format, notes: Note[]) => RowToStage | undefined {
  let block = 0;
  let current: string | undefined;
  return ({ line, cells }, format, notes) => {
    const row = { line, cells, clash: null };
    const sku = text(row, 'sku') ?? null;
    if (format === 'woocommerce') {
      block += 1;
      const types = typesOf(row);
      const id = text(row, 'id');
      const isVariation = types.includes('variation');
      const parentRef = isVariation ? (text(row, 'parent')?.replace(/^id:\s*/i, 'id:') ?? '') : null;
      const hasStock = !types.some((type) => ['variable', 'grouped', 'external'].includes(type));
      return {
        line,
        block,
        refs: [...(id ? [`id:${id}`] : []), ...(sku ? [sku] : [])],
        parentRef,
        sku: hasStock ? sku : null,
        cells,
      };
    }
    const handle = text(row, 'handle') ?? slugOf(text(row, 'title') ?? '');
    if (handle === '') {
      current = undefined;
      notes.push({
        line,
        heading: headingOf(format, 'handle'),
        severity: 'reject',
        code: 'handle.missing',
        says: 'The row has neither a handle nor a title.',
      });
      return undefined;
    }
    if (handle !== current) block += 1;
    current = handle;
    return { line, block, refs: [handle], parentRef: null, sku, cells };
  };
}

function problemOf(facts: FileFacts, rowsRead: number): Note | undefined {
  const reject = (line: number, code: string, says: string): Note => ({
    line,
    heading: null,
    severity: 'reject',
    code,
    says,
  });
  if (facts.broken)
    return reject(facts.broken.line, facts.broken.code, `${facts.broken.says} Nothing was imported.`);
  if (facts.headings.length === 0) return reject(1, 'file.empty', 'The file is empty.');
  if (!facts.format)
    return reject(1, 'format.unknown', 'These are not the columns of a Shopify or WooCommerce product file.');
  if (rowsRead === 0) return reject(1, 'file.empty', 'The file has headings and no rows.');
  return undefined;
}

function remarksOf(facts: FileFacts): Note[] {
  const warn = (line: number, code: string, says: string): Note => ({
    line,
    heading: null,
    severity: 'warn',
    code,
    says,
  });
  return [
    ...(facts.encoding === 'windows-1252'
      ? [warn(1, 'encoding', 'The file is not UTF-8; it was read as Windows-1252. Look at accented letters.')]
      : []),
    ...(facts.encoding === 'damaged utf-8'
      ? [warn(1, 'encoding', 'Some letters are damaged in the file and appear as �.')]
      : []),
    ...(facts.hadZeroBytes
      ? [warn(1, 'zero', 'The file has zero bytes, which are no text; they were left out.')]
      : []),
    ...(facts.leftOut.size > 0
      ? [
          warn(
            1,
            'columns',
            `These columns are not carried over: ${[...facts.leftOut].slice(0, 100).join(', ')}.`,
          ),
        ]
      : []),
    ...facts.uneven.map((line) =>
      warn(line, 'row.uneven', 'The row has more or fewer cells than there are headings.'),
    ),
  ];
}
