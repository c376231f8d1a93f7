import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../commands/command.ts';

export class BackupDamaged extends Error {}

/** One file of a backup: a table, or a folder of files. */
export interface Part {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** A sum over its rows that does not depend on their order; the same rows have the same sum. */
  readonly sum: string;
  /** Of a table, in the order in which they were written. */
  readonly columns?: readonly string[];
}

/** What a backup is: what it holds, of which state of the schema, and its key, which only the root key opens. Nothing personal. */
export interface Manifest {
  readonly format: 1;
  readonly kind: 'data' | 'keystore';
  readonly id: string;
  readonly madeAt: string;
  readonly version: string;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly parts: readonly Part[];
  readonly wrappedKey: string;
  /** For a keystore: without this recovery key, too, it does not open. */
  readonly recoveryKey: string | null;
  readonly mac: string;
}

const fileName = 'manifest.json';

export const newBackupKey = (): Buffer => randomBytes(32);

function macOf(key: Buffer, manifest: Omit<Manifest, 'mac'>): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'kontor backup manifest', 32));
  return createHmac('sha256', own).update(JSON.stringify(manifest)).digest('base64');
}

/** Written last: a folder without it is a backup that was cut off. */
export async function writeManifest(
  folder: string,
  key: Buffer,
  manifest: Omit<Manifest, 'mac'>,
): Promise<void> {
  const whole: Manifest = { ...manifest, mac: macOf(key, manifest) };
  const partial = join(folder, `${fileName}.part`);
  await writeFile(partial, `${JSON.stringify(whole, null, 1)}\n`, { mode: 0o600 });
  await rename(partial, join(folder, fileName));
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, fileName), 'utf8').catch(unlessMissing(undefined));
  if (text === undefined) throw new CommandError(`There is no complete backup in ${folder}.`);
  const manifest = parsed(text) as Partial<Manifest> | undefined;
  if (!manifest || typeof manifest.wrappedKey !== 'string' || !Array.isArray(manifest.parts))
    throw new BackupDamaged(`The backup is damaged: ${join(folder, fileName)} cannot be read.`);
  if (manifest.format !== 1)
    throw new CommandError(`The backup in ${folder} was made by a newer Kontor: use that one to restore it.`);
  return manifest as Manifest;
}

/** What stands for a file or folder that is not there; one that is there and cannot be read is said. */
const unlessMissing =
  <Instead>(instead: Instead) =>
  (error: NodeJS.ErrnoException): Instead => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return instead;
    throw error;
  };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said by the caller, with the file's name
  }
}

/** Whether the manifest is the one that was written under this key. */
export function checkManifest(manifest: Manifest, key: Buffer): void {
  const { mac, ...rest } = manifest;
  const expected = Buffer.from(macOf(key, rest), 'base64');
  const given = Buffer.from(mac, 'base64');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new BackupDamaged('The backup is damaged: its manifest was changed.');
}

/** The names of the backups of a kind, oldest first; complete ones or those that were cut off. */
export async function listBackups(dir: string, kind: Manifest['kind'], complete = true): Promise<string[]> {
  const names = await readdir(join(dir, kind)).catch(unlessMissing<string[]>([]));
  const found: string[] = [];
  for (const name of names.toSorted((a, b) => a.localeCompare(b))) {
    const files = await readdir(join(dir, kind, name)).catch(unlessMissing<string[]>([]));
    if (files.includes(fileName) === complete) found.push(name);
  }
  return found;
}
