import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { pino } from 'pino';
import { migrate } from '#kernel/migrate.ts';
import { environmentRootKey, openKeystore } from '#modules/privacy/index.ts';
import { migrationSources } from '../modules.ts';

/** One password for the runtime role of every test database: they share a throw-away server. */
export const testRuntimePassword = 'only-for-tests';
export const testRootKey = environmentRootKey(Buffer.alloc(32, 7).toString('base64'));

export const databaseUrl = (
  serverUrl: string,
  database: string,
  login?: { user: string; password: string },
): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  if (login) [url.username, url.password] = [login.user, login.password];
  return url.href;
};

/** The names of the two template databases for today's migrations; a changed migration makes new ones. */
export async function templateNames(): Promise<{ data: string; keys: string }> {
  const hash = createHash('sha256');
  const keystore = { module: 'keystore', folder: new URL('../modules/privacy/keystore/', import.meta.url) };
  for (const { module, folder } of [...migrationSources, keystore]) {
    const names = await readdir(folder).catch(() => [] as string[]);
    for (const name of names.toSorted())
      hash
        .update(module)
        .update(name)
        .update(await readFile(new URL(name, folder)));
  }
  const version = hash.digest('hex').slice(0, 12);
  return { data: `kontor_t_${version}`, keys: `kontor_k_${version}` };
}

/** Makes the migrated databases that every test clones, once per server and state of the migrations. */
export async function prepareTemplates(serverUrl: string): Promise<void> {
  const names = await templateNames();
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(`select pg_advisory_lock(5066873)`);
    const { rows } = await admin.query<{ ready: boolean }>(
      'select datistemplate as ready from pg_database where datname = $1',
      [names.data],
    );
    if (rows[0]?.ready === true) return;
    for (const name of [names.data, names.keys]) {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
    }
    await migrate(databaseUrl(serverUrl, names.data), {
      sources: migrationSources,
      runtimePassword: testRuntimePassword,
      log: pino({ level: 'silent' }),
    });
    const keystore = await openKeystore(databaseUrl(serverUrl, names.keys), testRootKey, {
      onIdleError: (error) => {
        throw error;
      },
    });
    await keystore.close();
    await admin.query(`alter database ${names.data} is_template true`);
  } finally {
    await admin.end();
  }
}
