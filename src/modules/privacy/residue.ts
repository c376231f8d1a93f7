import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '#kernel/database.ts';
import { selectResidue, selectScannable, selectServerResidue } from './queries-residue.ts';

/** Where a marker was found, and in which spelling. */
export interface Residue {
  readonly marker: string;
  readonly where: string;
}

/** How bytes of a text may lie in a store: as they are, in wide characters, in hexadecimal, in an address, in base64 at any offset. */
function spellingsOf(marker: string): string[] {
  const bytes = Buffer.from(marker);
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // the first and last characters mix with whatever stands beside the marker, so only the middle can be looked for
    return shifted.slice(offset === 0 ? 0 : offset + 1, Math.floor((offset + bytes.length) / 3) * 4);
  });
  return [
    ...new Set([
      marker,
      bytes.toString('hex'),
      encodeURIComponent(marker),
      ...base64,
      ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ].filter((text) => text.length >= 6);
}

/**
 * Looks for marker texts in every table of a database, the job queue and the server's statistics included.
 *
 * The caller's role must be able to see every row. Shape: empty when nothing is readable. Source: privacy.md, RES.
 */
export async function scanDatabase(
  db: Pick<Database, 'statement'>,
  markers: readonly string[],
): Promise<Residue[]> {
  const markerBySpelling = new Map(
    markers.flatMap((marker) => spellingsOf(marker).map((spelling) => [spelling, marker] as const)),
  );
  const spellings = [...markerBySpelling.keys()];
  const found: Residue[] = [];
  for (const table of await selectScannable(db)) {
    for (const spelling of await selectResidue(db, table, spellings))
      found.push({ marker: markerBySpelling.get(spelling) ?? spelling, where: table });
  }
  for (const spelling of await selectServerResidue(db, spellings))
    found.push({ marker: markerBySpelling.get(spelling) ?? spelling, where: 'server statistics' });
  return found;
}

/** Looks for marker texts in the bytes of every file below a folder: tables, indexes, write-ahead log, uploads, mails, logs. */
export async function scanFolder(folder: string, markers: readonly string[]): Promise<Residue[]> {
  const needles = markers.flatMap((marker) => [
    ...spellingsOf(marker).map((spelling) => ({ marker, bytes: Buffer.from(spelling) })),
    { marker, bytes: Buffer.from(marker, 'utf16le') },
  ]);
  const found: Residue[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const markersHere = await markersIn(path, needles).catch(nothingIfGone);
    found.push(...[...markersHere].map((marker) => ({ marker, where: path })));
  }
  return found;
}

/** Looks for marker texts in a text that is at hand, such as what was logged. */
export function scanText(text: string, where: string, markers: readonly string[]): Residue[] {
  const lower = text.toLowerCase();
  return markers
    .filter((marker) => spellingsOf(marker).some((spelling) => lower.includes(spelling.toLowerCase())))
    .map((marker) => ({ marker, where }));
}

/** A database removes files while it runs; what is not there any more holds nothing. */
function nothingIfGone(error: unknown): Set<string> {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Set();
  throw error;
}

async function markersIn(
  path: string,
  needles: readonly { readonly marker: string; readonly bytes: Buffer }[],
): Promise<Set<string>> {
  const longest = Math.max(...needles.map((needle) => needle.bytes.length));
  const found = new Set<string>();
  let tail: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const window = Buffer.concat([tail, chunk as Buffer]);
    for (const { marker, bytes } of needles) if (window.includes(bytes)) found.add(marker);
    tail = window.subarray(Math.max(0, window.length - longest));
  }
  return found;
}
