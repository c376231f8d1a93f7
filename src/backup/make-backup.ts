import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootKey } from '#modules/privacy/index.ts';
import { readTable } from './copy-table.ts';
import type { Tally } from './copy-table.ts';
import { appendJournal, journalOf, readJournal } from './erasure-journal.ts';
import type { JournalEntry } from './erasure-journal.ts';
import { packFolder } from './folder-pack.ts';
import { listBackups, newBackupKey, readManifest, writeManifest } from './manifest.ts';
import type { Manifest, Part } from './manifest.ts';
import { writePart } from './parts.ts';
import { destroyOldRecoveryKeys, keystoreBackupDays, wrapForRecovery } from './recovery.ts';
import { inSnapshot } from './servers.ts';
import { readersOf, tablesOf } from './tables-of.ts';

interface BackupFrom {
  readonly adminUrl: string;
  readonly keystoreUrl: string;
  readonly rootKey: RootKey;
  readonly dataDir: string;
  readonly version: string;
  readonly now: Date;
  readonly progress: (line: string) => void;
}

export interface MadeBackup {
  readonly id: string;
  readonly data: string;
  readonly keystore: string;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
  /** Backups of the keystore whose time was over. */
  readonly removed: readonly string[];
}

const folders = ['files', 'mail'] as const;

/**
 * Backs up data and keystore apart, each sealed under a key of its own that only the root key opens; the keystore's
 * needs the recovery key of the month, too.
 *
 * The data first: keys are made before what is sealed under them, so every row finds its key. Runs beside a Kontor that
 * serves. Cut off, it leaves a folder without manifest, which the next one removes.
 * Source: GDPR art. 32(1)(b), (c); clauses C3, KC-31.
 */
export async function makeBackup(dir: string, from: BackupFrom): Promise<MadeBackup> {
  await removeUnfinished(dir);
  const id = `${from.now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}-${randomBytes(3).toString('hex')}`;
  const data = await backUpData(dir, id, from);
  const keystore = await backUpKeystore(dir, id, from);
  const removed = await removeOldKeystores(dir, from);
  const parts = [...data, ...keystore];
  return {
    id,
    data: join(dir, 'data', id),
    keystore: join(dir, 'keystore', id),
    tables: parts.length - folders.length,
    rows: parts.reduce((sum, part) => sum + (part.columns ? part.rows : 0), 0),
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    removed,
  };
}

async function backUpData(dir: string, id: string, from: BackupFrom): Promise<Part[]> {
  const folder = await newFolder(dir, 'data', id);
  const key = newBackupKey();
  const { parts, migrations } = await inSnapshot(from.adminUrl, async (client) => {
    const tenants = await readersOf(client);
    const made: Part[] = [];
    for (const table of await tablesOf(client)) {
      from.progress(`Backing up ${table.name}`);
      const part = await writePart(folder, key, table.name, readTable(client, table, tenants), 'lines');
      made.push({ ...part, columns: table.columns });
    }
    const { rows } = await client.query<{ name: string; hash: string }>(
      `select module || '/' || name as name, hash from kernel.migration order by 1`,
    );
    return { parts: made, migrations: rows };
  });
  for (const name of folders) {
    from.progress(`Backing up ${name}`);
    const tally: Tally = { rows: 0, sum: 0n };
    parts.push(
      await writePart(folder, key, `folder-${name}`, packFolder(join(from.dataDir, name), tally), tally),
    );
  }
  const wrapped = await from.rootKey.wrap(key, `backup|data|${id}`);
  await writeManifest(folder, key, {
    ...headOf('data', id, from),
    migrations,
    parts,
    wrappedKey: wrapped.toString('base64'),
    recoveryKey: null,
  });
  return parts;
}

async function backUpKeystore(dir: string, id: string, from: BackupFrom): Promise<Part[]> {
  const folder = await newFolder(dir, 'keystore', id);
  const key = newBackupKey();
  const erased: JournalEntry[] = [];
  const { parts, migrations } = await inSnapshot(from.keystoreUrl, async (client) => {
    const made: Part[] = [];
    for (const table of (await tablesOf(client)).filter(({ name }) => name.startsWith('keys.'))) {
      from.progress(`Backing up ${table.name}`);
      const part = await writePart(folder, key, table.name, readTable(client, table, 'all at once'), 'lines');
      made.push({ ...part, columns: table.columns });
    }
    const { rows } = await client.query<{ name: string }>('select name from keys.migration order by 1');
    const log = await client.query<{
      tenant: JournalEntry['tenant'];
      subject: JournalEntry['erasure']['subject'];
      classes: JournalEntry['erasure']['classes'];
      at: Date;
    }>(
      'select tenant_id as tenant, subject_id as subject, classes, erased_at as at from keys.erasure order by erased_at',
    );
    erased.push(...log.rows.map(({ tenant, ...erasure }) => ({ tenant, erasure })));
    return { parts: made, migrations: rows.map(({ name }) => ({ name, hash: '' })) };
  });
  await keepJournal(dir, from.dataDir, erased);
  const context = `backup|keystore|${id}`;
  const { wrapped, recoveryKey } = await wrapForRecovery(from.dataDir, from.rootKey, key, context, from.now);
  await writeManifest(folder, key, {
    ...headOf('keystore', id, from),
    migrations,
    parts,
    wrappedKey: wrapped.toString('base64'),
    recoveryKey,
  });
  return parts;
}

const headOf = (kind: Manifest['kind'], id: string, from: BackupFrom) =>
  ({ format: 1, kind, id, madeAt: from.now.toISOString(), version: from.version }) as const;

async function newFolder(dir: string, kind: Manifest['kind'], id: string): Promise<string> {
  const folder = join(dir, kind, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Beside the backups lies whom the house has erased until now: any of them, however old, is restored without those people. */
async function keepJournal(dir: string, dataDir: string, erased: readonly JournalEntry[]): Promise<void> {
  const known = new Set((await readJournal(journalOf(dir))).map(({ erasure }) => erasure.subject));
  const here = await readJournal(journalOf(dataDir));
  const missing = new Map(
    [...here, ...erased].flatMap((entry) =>
      known.has(entry.erasure.subject) ? [] : [[entry.erasure.subject, entry] as const],
    ),
  );
  await appendJournal(journalOf(dir), [...missing.values()]);
}

async function removeUnfinished(dir: string): Promise<void> {
  for (const kind of ['data', 'keystore'] as const)
    for (const name of await listBackups(dir, kind, false))
      await rm(join(dir, kind, name), { recursive: true, force: true });
}

/** Backups of the keystore last a week, and the newest one stays whatever its age; then their recovery keys end. */
async function removeOldKeystores(dir: string, { dataDir, now }: BackupFrom): Promise<string[]> {
  const names = await listBackups(dir, 'keystore');
  const removed: string[] = [];
  for (const name of names.slice(0, -1)) {
    const folder = join(dir, 'keystore', name);
    const { madeAt } = await readManifest(folder);
    if (now.getTime() - new Date(madeAt).getTime() <= keystoreBackupDays * 86_400_000) continue;
    await rm(folder, { recursive: true, force: true });
    removed.push(name);
  }
  await destroyOldRecoveryKeys(dataDir, now);
  return removed;
}
