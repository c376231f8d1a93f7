import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeyErasure } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { keyClasses } from '#kernel/registry.ts';
import type { KeyClass } from '#kernel/registry.ts';

// Whom the house has erased, as a file that only grows, outside of both databases: should both be restored from before
// an erasure, this still says whom to erase again. Random keys and dates, nothing else.

export interface JournalEntry {
  readonly tenant: TenantId;
  readonly erasure: KeyErasure;
}

const journalName = 'erasures.journal';
export const journalOf = (folder: string): string => join(folder, journalName);

const lineOf = ({ tenant, erasure }: JournalEntry): string =>
  `${JSON.stringify({ tenant, subject: erasure.subject, classes: erasure.classes, at: erasure.at.toISOString() })}\n`;

/** Adds entries at the end of a journal; on the disk before it answers. */
export async function appendJournal(path: string, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a', 0o600);
  try {
    await file.write(entries.map(lineOf).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What a journal says; a line that was cut off by a crash is no line. Shape: empty when there is none. */
export async function readJournal(path: string): Promise<JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const entry = line === '' ? undefined : entryOf(line);
    return entry ? [entry] : [];
  });
}

function entryOf(line: string): JournalEntry | undefined {
  let read: { tenant?: unknown; subject?: unknown; classes?: unknown; at?: unknown };
  try {
    read = JSON.parse(line) as typeof read;
  } catch {
    return undefined; // cut off: the erasure it began to tell of stands in the keystore's own log, or never began
  }
  const { tenant, subject, classes, at } = read;
  if (typeof tenant !== 'string' || typeof subject !== 'string' || typeof at !== 'string') return undefined;
  if (!isId(tenant) || !isId(subject) || !Array.isArray(classes)) return undefined;
  const known = keyClasses.filter((one) => classes.includes(one)) as KeyClass[];
  return {
    tenant: tenant as TenantId,
    erasure: { subject: subject as SubjectId, classes: known, at: new Date(at) },
  };
}
