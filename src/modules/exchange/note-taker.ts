import { headingOf } from './columns.ts';
import type { Note } from './assembled.ts';
import type { Format } from './tables.ts';

/** Collects what there is to say about the rows of one product. */
export interface NoteTaker {
  readonly notes: Note[];
  warn(line: number, key: string | null, code: string, says: string): void;
  reject(line: number, key: string | null, code: string, says: string): void;
}

export function noteTaker(format: Format): NoteTaker {
  const notes: Note[] = [];
  const note =
    (severity: Note['severity']) =>
    (line: number, key: string | null, code: string, says: string): void =>
      void notes.push({ line, heading: key === null ? null : headingOf(format, key), severity, code, says });
  return { notes, warn: note('warn'), reject: note('reject') };
}

/** A piece of a cell for a report: short, on one line. */
export const quoted = (text: string): string =>
  `"${text.replace(/\s+/g, ' ').slice(0, 60)}${text.length > 60 ? '…' : ''}"`;
