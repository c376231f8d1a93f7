import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { migrate, migrationHashes } from '#kernel/migrate.ts';
import type { MigrationSource } from '#kernel/migrate.ts';
import { knownKeystoreFiles, openKeystore } from '#modules/privacy/index.ts';
import type { RootKey } from '#modules/privacy/index.ts';
import { CommandError } from '../commands/command.ts';
import { fillTable } from './copy-table.ts';
import { appendJournal, journalOf, readJournal } from './erasure-journal.ts';
import { unpackFolder } from './folder-pack.ts';
import { checkManifest, readManifest } from './manifest.ts';
import type { Manifest, Part } from './manifest.ts';
import { checkParts, readPart } from './parts.ts';
import { unwrapForRecovery } from './recovery.ts';
import { withClient } from './servers.ts';
import { seesAll, tablesOf } from './tables-of.ts';

export interface RestoreTo {
  readonly adminUrl: string;
  readonly keystoreUrl: string;
  readonly rootKey: RootKey;
  readonly dataDir: string;
  readonly runtimePassword: string | undefined;
  readonly sources: readonly MigrationSource[];
  readonly log: Logger;
  readonly progress: (line: string) => void;
}

/** A backup that was opened and found whole. */
export interface OpenedBackup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly key: Buffer;
}

/** Opens a backup and holds every file against its hash; nothing is changed yet. Fails with one sentence for a person. */
export async function openBackup(
  folder: string,
  to: Pick<RestoreTo, 'rootKey' | 'dataDir' | 'progress'>,
): Promise<OpenedBackup> {
  const manifest = await readManifest(folder);
  const key = await unwrapKey(manifest, to).catch((error: unknown) => {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      `The root key here does not open the backup in ${folder}: it was made with another one.`,
      { cause: error },
    );
  });
  checkManifest(manifest, key);
  await checkParts(folder, manifest.parts, (part) => to.progress(`Checking ${part.name}`));
  return { folder, manifest, key };
}

async function unwrapKey(
  manifest: Manifest,
  { rootKey, dataDir }: Pick<RestoreTo, 'rootKey' | 'dataDir'>,
): Promise<Buffer> {
  const context = `backup|${manifest.kind}|${manifest.id}`;
  const wrapped = Buffer.from(manifest.wrappedKey, 'base64');
  return manifest.recoveryKey === null
    ? rootKey.unwrap(wrapped, context)
    : unwrapForRecovery(dataDir, rootKey, wrapped, context, manifest.recoveryKey);
}

/** Refuses a backup of a state of the schema that this Kontor does not know. */
export async function refuseUnknownSchema(
  { manifest }: OpenedBackup,
  sources: readonly MigrationSource[],
): Promise<void> {
  if (manifest.kind === 'keystore') {
    const known = await knownKeystoreFiles();
    const unknown = manifest.migrations.find(({ name }) => !known.includes(name));
    if (unknown) throw newer(manifest, unknown.name);
    return;
  }
  const known = await migrationHashes(sources);
  for (const { name, hash } of manifest.migrations) {
    if (!known.has(name)) throw newer(manifest, name);
    if (known.get(name) !== hash)
      throw new CommandError(
        `The backup was made by another Kontor: its ${name} is not the one of this version.`,
      );
  }
}

const newer = (manifest: Manifest, name: string): CommandError =>
  new CommandError(
    `The backup was made by a newer Kontor (${manifest.version}, with ${name}): use that one to restore it.`,
  );

/** Puts the keystore back as it was: all of it or nothing. */
export async function restoreKeystore(backup: OpenedBackup, to: RestoreTo): Promise<void> {
  const onIdleError = (error: Error): void => to.log.warn({ err: error }, 'a keystore connection was lost');
  await (await openKeystore(to.keystoreUrl, to.rootKey, { onIdleError })).close();
  await withClient(to.keystoreUrl, async (client) => {
    await client.query('begin');
    await fill(client, backup, to);
    await client.query('commit');
  });
}

/**
 * Puts the data back as it was: first the schema of that day, then the rows in one transaction, then what the schema
 * has learnt since. Facts of the last month are told again: whoever has heard one already does nothing.
 */
export async function restoreData(backup: OpenedBackup, to: RestoreTo): Promise<void> {
  const onIdleError = (error: Error): void => to.log.warn({ err: error }, 'a keystore connection was lost');
  const keystore = await openKeystore(to.keystoreUrl, to.rootKey, { onIdleError });
  const runtimePassword =
    to.runtimePassword ?? (await keystore.derive('runtime password').finally(() => keystore.close()));
  const ofThatDay = new Set(backup.manifest.migrations.map(({ name }) => name));
  to.progress('Making the schema');
  await migrate(to.adminUrl, { sources: to.sources, runtimePassword, log: to.log, only: ofThatDay });
  await withClient(to.adminUrl, async (client) => {
    await client.query('begin');
    await fill(client, backup, to);
    await client.query(
      `update kernel.fact set relayed_at = null where happened_at > $1 and relayed_at is not null`,
      [new Date(new Date(backup.manifest.madeAt).getTime() - 30 * 86_400_000)],
    );
    await client.query('update kernel.job_lease set held_until = next_at, holder = null');
    await client.query('commit');
    await client.query('analyze');
  });
  to.progress('Bringing the schema up to date');
  await migrate(to.adminUrl, { sources: to.sources, runtimePassword, log: to.log });
  for (const name of ['files', 'mail']) {
    const part = backup.manifest.parts.find((one) => one.name === `folder-${name}`);
    if (!part) continue;
    to.progress(`Restoring ${name}`);
    await readPart(backup.folder, backup.key, part, async (content) => {
      await unpackFolder(content, join(to.dataDir, name));
    });
  }
}

async function fill(
  client: pg.ClientBase,
  { folder, key, manifest }: OpenedBackup,
  to: RestoreTo,
): Promise<void> {
  const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
  const isSuperuser = await seesAll(client);
  // A snapshot satisfies its own constraints; the order of the tables is enough for those that are checked all the same.
  const { rows } = await client.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  if (rows[0]?.super === true) await client.query('set local session_replication_role = replica');
  else if (manifest.kind === 'data') await client.query('set local role kontor_owner');
  const parts = new Map(manifest.parts.map((part) => [part.name, part]));
  const missing = manifest.parts.find((part) => part.columns && !tables.has(part.name));
  if (missing)
    throw new CommandError(`The backup has a table ${missing.name} that this Kontor does not know.`);
  // Without the rights of a superuser the owner of the tables fills them: past the wall, and without asking again what
  // was asked when the rows were written. All inside this transaction; nobody else ever sees the wall down.
  const walled =
    isSuperuser || manifest.kind !== 'data' ? [] : [...tables.values()].filter((one) => one.hasTenant);
  for (const { quoted } of walled)
    await client.query(`alter table ${quoted} no force row level security, disable trigger user`);
  for (const [name, table] of tables) {
    const part: Part | undefined = parts.get(name);
    if (!part?.columns) continue;
    to.progress(`Restoring ${name}`);
    const asWritten = { ...table, columns: part.columns };
    await readPart(folder, key, part, (content) => fillTable(client, asWritten, content));
  }
  for (const { quoted } of walled)
    await client.query(`alter table ${quoted} force row level security, enable trigger user`);
}

/** Removes everything of ours from both databases, for a restore over something that is there. */
export async function emptyTargets(
  to: Pick<RestoreTo, 'adminUrl' | 'keystoreUrl'>,
  what: { data: boolean; keystore: boolean },
): Promise<void> {
  if (what.data)
    await withClient(to.adminUrl, async (client) => {
      const { rows } = await client.query<{ schema: string }>(
        `select quote_ident(nspname) as schema from pg_namespace where nspname not in ('public', 'information_schema') and nspname not like 'pg\\_%'`,
      );
      await client.query('begin');
      for (const { schema } of rows) await client.query(`drop schema if exists ${schema} cascade`);
      await client.query('commit');
    });
  if (what.keystore)
    await withClient(to.keystoreUrl, (client) => client.query('drop schema if exists keys cascade'));
}

/** What stands in the way of a restore, as a sentence; undefined when nothing does. */
export async function whatIsThere(
  to: Pick<RestoreTo, 'adminUrl' | 'keystoreUrl'>,
  what: { data: boolean; keystore: boolean },
): Promise<string | undefined> {
  const hasRows = (url: string, table: string): Promise<boolean> =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
        table,
      ]);
      if (rows[0]?.there !== true) return false;
      return ((await client.query(`select 1 from ${table} limit 1`)).rowCount ?? 0) > 0;
    });
  if (what.data && (await hasRows(to.adminUrl, 'tenancy.tenant'))) return 'The database already holds shops.';
  if (what.keystore && (await hasRows(to.keystoreUrl, 'keys.subject_key')))
    return 'The keystore already holds keys.';
  return undefined;
}

/** Whether a Kontor is connected to the database right now. */
export const isServing = (adminUrl: string): Promise<boolean> =>
  withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ serving: boolean }>(
      `select exists (select from pg_stat_activity where usename = 'kontor_runtime' and datname = current_database()) as serving`,
    );
    return rows[0]?.serving === true;
  });

/** Takes the journal beside the backups over into the data folder: whom the house erased since the backup. */
export async function takeJournalOver(dir: string, dataDir: string): Promise<void> {
  const known = new Set((await readJournal(journalOf(dataDir))).map(({ erasure }) => erasure.subject));
  const missing = (await readJournal(journalOf(dir))).filter(({ erasure }) => !known.has(erasure.subject));
  await appendJournal(journalOf(dataDir), missing);
}
