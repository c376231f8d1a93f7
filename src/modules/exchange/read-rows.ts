import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { formatOf, keysOf } from './columns.ts';
import { decodeText } from './decode-text.ts';
import type { Decoded } from './decode-text.ts';
import type { Format } from './tables.ts';

export interface FileRow {
  /** The line of the file on which it begins. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is known of a file once it has been read. */
export interface FileFacts extends Decoded {
  format: Format | undefined;
  headings: readonly string[];
  /** Headings of columns that hold something and are not carried over. */
  readonly leftOut: Set<string>;
  /** Why reading stopped before the end. */
  broken: { readonly line: number; readonly code: string; readonly says: string } | undefined;
  readonly uneven: number[];
}

export const newFacts = (): FileFacts => ({
  encoding: 'utf-8',
  hadZeroBytes: false,
  format: undefined,
  headings: [],
  leftOut: new Set(),
  broken: undefined,
  uneven: [],
});

const longestRecord = 2 * 1024 * 1024;

/**
 * Reads a catalogue file row by row, whatever its separator, line ends and letters, in the memory of one row.
 *
 * Nothing is thrown for what is in the file: a quote that never closes ends the reading and is told in `facts.broken`.
 */
export async function* readRows(
  bytes: AsyncIterable<Uint8Array>,
  facts: FileFacts,
  wanted: Format | undefined,
): AsyncGenerator<FileRow> {
  const text = decodeText(bytes, facts);
  const start = await firstLine(text);
  let whole = 0;
  const parser = Readable.from(chained(start, text)).pipe(
    parse({
      delimiter: separatorOf(start),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: longestRecord,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Told as they are parsed: after an error the stream keeps back the rows that were still waiting.
      on_record: (record: string[], { lines }) => {
        whole = lines;
        return record;
      },
    }),
  );
  let keys: (string | undefined)[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      // `lines` is where a record ends; one with line breaks in its cells began earlier.
      const begins =
        info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      if (!keys) {
        facts.headings = record.map((heading) => heading.trim());
        facts.format = wanted ?? formatOf(facts.headings);
        if (!facts.format) return void parser.destroy();
        keys = keysOf(facts.format, facts.headings);
        continue;
      }
      if (record.length !== keys.length && facts.uneven.length < 1000) facts.uneven.push(begins);
      const cells = cellsOf(record, keys, facts);
      if (Object.keys(cells).length > 0) yield { line: begins, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isEndless = error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED';
    facts.broken = {
      line: whole + 1,
      code: 'file.broken',
      says: isEndless
        ? 'From here on a quotation mark is never closed, so the rows cannot be told apart.'
        : 'From here on this is not a CSV file.',
    };
  }
}

function cellsOf(
  record: readonly string[],
  keys: readonly (string | undefined)[],
  facts: FileFacts,
): Record<string, string> {
  const cells: Record<string, string> = {};
  record.forEach((cell, index) => {
    if (cell.trim() === '') return;
    const key = keys[index];
    if (key === undefined) facts.leftOut.add(facts.headings[index] ?? `column ${index + 1}`);
    else cells[key] ??= cell;
  });
  return cells;
}

/** The first chunks, until a line is complete: the separator shows in it. */
async function firstLine(text: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (!/[\r\n]/.test(start.trimStart()) && start.length < longestRecord) {
    const next = await text.next();
    if (next.done) break;
    start += next.value;
  }
  return start;
}

async function* chained(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  for await (const chunk of rest) if (chunk !== '') yield chunk;
}

function separatorOf(start: string): string {
  const line = start.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((separator) => ({ separator, n: line.split(separator).length }));
  return counts.toSorted((a, b) => b.n - a.n)[0]?.separator ?? ',';
}
