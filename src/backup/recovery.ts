import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootKey } from '#modules/privacy/index.ts';
import { unwrapWith, wrapWith } from '#modules/privacy/index.ts';
import { CommandError } from '../commands/command.ts';

// A backup of the keystore opens only with the root key and the recovery key of its month. When that month's key is
// destroyed, every copy of those backups is dead, wherever it lies: erased people cannot come back from one.

const monthMs = 30 * 86_400_000;
/** How long backups of the keystore are kept, and their recovery key after its month. Source: clause C3. */
export const keystoreBackupDays = 7;

const folderOf = (dataDir: string): string => join(dataDir, 'recovery');

interface Found {
  readonly name: string;
  readonly since: Date;
}

async function listKeys(dataDir: string): Promise<Found[]> {
  const files = await readdir(folderOf(dataDir)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return files
    .filter((file) => /^\d{4}-\d\d-\d\d-[0-9a-f]{8}\.key$/.test(file))
    .toSorted()
    .map((file) => ({ name: file.slice(0, -4), since: new Date(`${file.slice(0, 10)}T00:00:00Z`) }));
}

/** This month's recovery key, made when the last one is a month old. */
async function currentKey(dataDir: string, root: RootKey, now: Date): Promise<{ name: string; key: Buffer }> {
  const last = (await listKeys(dataDir)).at(-1);
  if (last && now.getTime() - last.since.getTime() < monthMs)
    return { name: last.name, key: await readKey(dataDir, root, last.name) };
  const key = randomBytes(32);
  const name = `${now.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const path = join(folderOf(dataDir), `${name}.key`);
  await writeFile(`${path}.part`, await root.wrap(key, `recovery|${name}`), { mode: 0o600 });
  await rename(`${path}.part`, path);
  return { name, key };
}

async function readKey(dataDir: string, root: RootKey, name: string): Promise<Buffer> {
  const wrapped = await readFile(join(folderOf(dataDir), `${name}.key`)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT')
        throw new CommandError(
          `This backup of the keystore cannot be opened any more: its recovery key ${name} is not in ${folderOf(dataDir)}. It was destroyed when its time was over, or the folder was not brought along.`,
        );
      throw error;
    },
  );
  return root.unwrap(wrapped, `recovery|${name}`);
}

/** Closes a keystore backup's key so that the root key and the recovery key are both needed to open it. */
export async function wrapForRecovery(
  dataDir: string,
  root: RootKey,
  key: Buffer,
  context: string,
  now: Date,
): Promise<{ wrapped: Buffer; recoveryKey: string }> {
  const { name, key: recovery } = await currentKey(dataDir, root, now);
  return { wrapped: await root.wrap(wrapWith(recovery, key, context), context), recoveryKey: name };
}

export async function unwrapForRecovery(
  dataDir: string,
  root: RootKey,
  wrapped: Buffer,
  context: string,
  recoveryKey: string,
): Promise<Buffer> {
  const inner = await root.unwrap(wrapped, context);
  return unwrapWith(await readKey(dataDir, root, recoveryKey), inner, context);
}

/** Destroys recovery keys that a younger one replaced so long ago that no backup under them is kept. Shape: their names. */
export async function destroyOldRecoveryKeys(dataDir: string, now: Date): Promise<string[]> {
  const keys = await listKeys(dataDir);
  const gone = keys.filter((_, index) => {
    const next = keys[index + 1];
    return next && now.getTime() - next.since.getTime() > keystoreBackupDays * 86_400_000;
  });
  for (const { name } of gone) await rm(join(folderOf(dataDir), `${name}.key`), { force: true });
  return gone.map(({ name }) => name);
}
