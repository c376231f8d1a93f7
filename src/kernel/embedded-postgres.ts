/**
 * A PostgreSQL of our own, for everyone who brings none: real server binaries from npm, data in one folder.
 *
 * The package's own class is left aside: it hooks the end of the process, waits for ever when the server
 * dies at its start, and knows no second start on the same folder. We take only its binaries.
 */
import { createHash, randomBytes } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants } from 'node:fs';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseAccount, openWayTo } from './embedded-postgres-account.ts';
import { PostgresCannotStart, claimFolder } from './embedded-postgres-lock.ts';
import { endLeftovers, keepRunning, launch, socketFolderOf } from './embedded-postgres-server.ts';
import type { Place } from './embedded-postgres-server.ts';

export { PostgresCannotStart } from './embedded-postgres-lock.ts';

const majorVersion = '18';

interface EmbeddedPostgres {
  /** The superuser's address of the database `postgres`. */
  readonly url: string;
  /** Whether this start created the database. */
  readonly firstStart: boolean;
  /** Ends the server: running transactions are rolled back, everything committed is on disk. */
  readonly stop: () => Promise<void>;
}

interface Options {
  /** Everything is kept here: the cluster, the superuser's password, the port, who is using it. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** More arguments for the server, such as `['-c', 'fsync=off']` in tests. */
  readonly flags?: readonly string[];
}

/**
 * Starts the embedded PostgreSQL, creating the database the first time.
 *
 * A server left behind by a Kontor that was killed is stopped first, and a server that dies while we live
 * is started again on the same port. Throws PostgresCannotStart with one sentence for a person.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dataDir = await makeFolder(resolve(options.dataDir));
  const release = await claimFolder(dataDir, join(dataDir, 'kontor.pid'));
  try {
    const place = await preparePlace({ ...options, dataDir });
    await endLeftovers(place);
    const firstStart = await createCluster(place);
    const password = await readPassword(place);
    const { port, stop } = await runOnFreePort(place);
    const url = urlOf(place.cluster, port, password);
    return { url, firstStart, stop: () => stop().finally(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

/** The superuser's address of a server that is said to run on this folder; undefined when none ever did. */
export async function rememberedUrl(dataDir: string): Promise<string | undefined> {
  const read = (name: string): Promise<string | undefined> =>
    readFile(join(dataDir, name), 'utf8').catch(() => undefined);
  const [port, password] = await Promise.all([read('port'), read('password')]);
  if (port === undefined || password === undefined) return undefined;
  return urlOf(join(await realpath(dataDir), 'cluster'), Number(port), password.trim());
}

/** Over the socket in the cluster's own folder where we may use it, else over the loopback address. */
function urlOf(cluster: string, port: number, password: string): string {
  const url = new URL(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  const folder = socketFolderOf(cluster);
  if (folder !== undefined && isReachable(join(folder, `.s.PGSQL.${port}`)))
    url.searchParams.set('host', folder);
  return url.href;
}

function isReachable(socket: string): boolean {
  try {
    accessSync(socket, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false; // such as a root without its rights in a container; the loopback address still works
  }
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (cause) {
    throw new PostgresCannotStart(`The data folder ${folder} cannot be created: ${String(cause)}.`, {
      cause,
    });
  }
}

async function preparePlace({ log, flags = [], ...options }: Options): Promise<Place> {
  const cluster = join(options.dataDir, 'cluster');
  const account = chooseAccount(cluster, log);
  const binaries = await findBinaries();
  openWayTo(options.dataDir, account, log);
  openWayTo(dirname(binaries.postgres), account, log);
  const clusterName = `kontor-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
  return { ...options, log, flags, cluster, clusterName, account, binaries };
}

async function findBinaries(): Promise<Place['binaries']> {
  const system = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const near = createRequire(import.meta.resolve('embedded-postgres'));
    const face = pathToFileURL(near.resolve(`@embedded-postgres/${system}`)).href;
    return (await import(face)) as Place['binaries'];
  } catch (cause) {
    const sentence = `Kontor brings no PostgreSQL for ${system}: set DATABASE_URL to a PostgreSQL ${majorVersion} of yours.`;
    throw new PostgresCannotStart(sentence, { cause });
  }
}

/** Made aside and renamed when complete, so that an interrupted first start is simply made again. */
async function createCluster(place: Place): Promise<boolean> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === majorVersion) return false;
  if (version !== '') {
    throw new PostgresCannotStart(
      `The database in ${place.cluster} was made by PostgreSQL ${version.trim()}, this Kontor runs ${majorVersion}: restore a backup into a new folder.`,
    );
  }
  const unfinished = `${place.cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = join(place.dataDir, 'password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.account)
    for (const path of [unfinished, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  await initialise(place, unfinished, passwordFile);
  await rename(unfinished, place.cluster);
  return true;
}

async function initialise(place: Place, cluster: string, passwordFile: string): Promise<void> {
  for (const binary of [place.binaries.initdb, place.binaries.postgres]) makeExecutable(binary);
  const isThrowaway = place.flags.includes('fsync=off');
  const shape = '--encoding UTF8 --locale C --locale-provider builtin --builtin-locale C.UTF-8';
  const access = ['--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  const speed = isThrowaway ? ['--no-instructions', '--no-sync'] : ['--no-instructions'];
  const initdb = launch(place, place.binaries.initdb, [
    '-D',
    cluster,
    ...access,
    ...shape.split(' '),
    ...speed,
  ]);
  await initdb.ended;
  if (initdb.process.exitCode !== 0) {
    throw new PostgresCannotStart(`The database could not be created in ${cluster}: ${initdb.lastWords()}`);
  }
}

/** Some unpackers drop the mark that makes a file a program. */
function makeExecutable(binary: string): void {
  try {
    chmodSync(binary, 0o755);
  } catch {
    // On a read-only disk it must be right already; if it is not, starting it says so.
  }
}

async function readPassword(place: Place): Promise<string> {
  const file = join(place.dataDir, 'password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new PostgresCannotStart(
      `The database password in ${file} cannot be read: restore the file, it belongs to the data.`,
      { cause },
    );
  }
}

/** Keeps the port of last time if it is free, so that bookmarks of a database tool stay true. */
async function runOnFreePort(place: Place): Promise<{ port: number; stop: () => Promise<void> }> {
  const file = join(place.dataDir, 'port');
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'));
  for (let attempt = 1; ; attempt += 1) {
    const port = (await freePort(attempt === 1 ? remembered : 0)) ?? (await freePort(0));
    if (port === undefined) throw new PostgresCannotStart('No port is free on 127.0.0.1 for PostgreSQL.');
    try {
      const stop = await keepRunning(place, port);
      await writeFile(file, String(port));
      return { port, stop };
    } catch (error) {
      const wasTaken = error instanceof Error && error.message.includes('Address already in use');
      if (!wasTaken || attempt === 3) throw error;
    }
  }
}

function freePort(port: number): Promise<number | undefined> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => answer(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}
