import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { rememberedUrl, startEmbeddedPostgres } from '#kernel/embedded-postgres.ts';
import { migrate, refuseUnmigrated } from '#kernel/migrate.ts';
import type { Settings } from '#kernel/settings.ts';
import { openKeystore } from '#modules/privacy/index.ts';
import { rootKeyOf } from './build-house.ts';
import type { RootKey } from '#modules/privacy/index.ts';
import { migrationSources } from './modules.ts';

export interface Connection {
  readonly adminUrl: string;
  readonly runtimeUrl: string;
  readonly keystoreUrl: string;
  readonly rootKey: RootKey;
  /** What this call applied, for the terminal. */
  readonly migrated: readonly string[];
  readonly embedded: boolean;
  /** Ends the embedded server if this process started it. */
  readonly close: () => Promise<void>;
}

interface Servers {
  readonly adminUrl: string;
  readonly keystoreUrl: string;
  readonly embedded: boolean;
  readonly stop: () => Promise<void>;
}

/**
 * Finds or starts the databases, brings them up to date when asked, and answers how the runtime may reach them.
 *
 * The given DATABASE_URL is the administrator's; everything after the migration runs as a role that owns nothing.
 */
export async function connect(
  settings: Settings,
  options: { readonly log: Logger; readonly migrate: boolean; readonly own: boolean },
): Promise<Connection> {
  const servers = await findServers(settings, options);
  try {
    const rootKey = await rootKeyOf(settings);
    const onIdleError = (error: Error): void =>
      options.log.warn({ err: error }, 'a keystore connection was lost');
    const keystore = await openKeystore(servers.keystoreUrl, rootKey, { onIdleError });
    const derived = await keystore.derive('runtime password').finally(() => keystore.close());
    const runtimePassword = settings.runtimePassword ?? derived;
    if (!options.migrate) await refuseUnmigrated(servers.adminUrl);
    const migrated = options.migrate
      ? await migrate(servers.adminUrl, { sources: migrationSources, runtimePassword, log: options.log })
      : [];
    return {
      adminUrl: servers.adminUrl,
      runtimeUrl: withLogin(servers.adminUrl, 'kontor_runtime', runtimePassword),
      keystoreUrl: servers.keystoreUrl,
      rootKey,
      migrated,
      embedded: servers.embedded,
      close: servers.stop,
    };
  } catch (error) {
    await servers.stop();
    throw error;
  }
}

/** Finds or starts the databases; nothing is made in them yet. */
export async function findServers(
  settings: Settings,
  options: { readonly log: Logger; readonly own: boolean },
): Promise<Servers> {
  if (settings.databaseUrl) {
    const keystoreUrl = settings.keystoreUrl ?? (await ensureDatabase(settings.databaseUrl, 'kontor_keys'));
    return { adminUrl: settings.databaseUrl, keystoreUrl, embedded: false, stop: () => Promise.resolve() };
  }
  const folder = join(settings.dataDir, 'postgres');
  const running = options.own ? undefined : await findRunning(folder);
  const server =
    running ??
    (await startEmbeddedPostgres({
      dataDir: folder,
      log: (line) => options.log.debug({ line }, 'postgres'),
    }));
  const adminUrl = await ensureDatabase(server.url, 'kontor');
  const keystoreUrl = settings.keystoreUrl ?? (await ensureDatabase(server.url, 'kontor_keys'));
  return { adminUrl, keystoreUrl, embedded: true, stop: server.stop };
}

/** The embedded server of a Kontor that runs on the same data, for commands beside it. */
async function findRunning(folder: string): Promise<{ url: string; stop: () => Promise<void> } | undefined> {
  const url = await rememberedUrl(folder);
  if (url === undefined) return undefined;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return { url, stop: () => Promise.resolve() };
  } catch {
    return undefined; // nobody there: this command starts the server itself
  }
}

/** A database of that name on the same server, closed to everyone but its owner. */
async function ensureDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await client.query(`create database ${name}`).catch((error: unknown) => {
        if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505')))
          throw error;
      });
      await client.query(`revoke all on database ${name} from public`);
    }
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function withLogin(adminUrl: string, user: string, password: string): string {
  const url = new URL(adminUrl);
  [url.username, url.password] = [user, password];
  return url.href;
}
