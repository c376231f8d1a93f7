/** One PostgreSQL process after the other: starting it, keeping it alive, and ending what others left behind. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './embedded-postgres-account.ts';
import { PostgresCannotStart } from './embedded-postgres-lock.ts';
import { serversOf } from './embedded-postgres-processes.ts';

/** Where and how one embedded PostgreSQL runs. */
export interface Place {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  readonly flags: readonly string[];
  readonly cluster: string;
  /** Carried by every process of the cluster in its title. */
  readonly clusterName: string;
  readonly account: Account;
  readonly binaries: { readonly initdb: string; readonly postgres: string };
}

interface Running {
  readonly process: ChildProcess;
  /** Settles when the process is gone, whatever the reason. */
  readonly ended: Promise<void>;
  /** Its last lines, for the sentence that says why it ended. */
  readonly lastWords: () => string;
}

/**
 * Starts one of the binaries under the place's account.
 *
 * It gets a session of its own, so that Ctrl-C reaches Kontor alone, which ends requests first and the
 * database last; and an environment of its own, so that our secrets stay with us.
 */
export function launch(place: Place, binary: string, args: readonly string[]): Running {
  const child = spawn(binary, args, {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(place.account ? { uid: place.account.uid, gid: place.account.gid } : {}),
  });
  const last: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    last.push(line);
    if (last.length > 5) last.shift();
    place.log(line);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      last.push(String(error));
      resolve();
    });
    child.once('close', () => resolve());
  });
  return { process: child, ended, lastWords: () => last.join(' / ') || 'it said nothing' };
}

const longestSocketPath = 100; // what macOS leaves, the strictest

/**
 * Where processes on this machine reach the server without the network's ways, which halves what a short statement
 * costs. Shape: undefined where there are no such sockets, or the folder's name is too long for one.
 */
export function socketFolderOf(cluster: string): string | undefined {
  const isPossible = process.platform !== 'win32' && !cluster.includes(',');
  return isPossible && Buffer.byteLength(`${cluster}/.s.PGSQL.65535`) <= longestSocketPath
    ? cluster
    : undefined;
}

/** Starts the server and waits until it takes connections, however long a recovery takes. */
async function runServer(place: Place, port: number): Promise<Running> {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolderOf(place.cluster) ?? '',
    cluster_name: place.clusterName,
    shared_preload_libraries: 'pg_stat_statements',
    shared_buffers: '128MB',
    max_connections: 200,
    wal_level: 'replica',
    // Short statements are what a shop sends; compiling them costs more than it saves.
    jit: 'off',
    // Data lives on flash nearly everywhere, where a random page costs little more than the next one.
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = launch(place, place.binaries.postgres, ['-D', place.cluster, ...flags, ...place.flags]);
  let isGone = false;
  void server.ended.then(() => (isGone = true));
  while (!(await isReady(place, server))) {
    if (isGone)
      throw new PostgresCannotStart(`PostgreSQL did not start in ${place.cluster}: ${server.lastWords()}`);
    await pause(20);
  }
  return server;
}

/** The server writes its state into the last line of this file. */
async function isReady(place: Place, server: Running): Promise<boolean> {
  const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === server.process.pid && lines[7]?.trim() === 'ready';
}

/** Runs the server until stopped, starting it again whenever it ends on its own. Answers how to stop it. */
export async function keepRunning(place: Place, port: number): Promise<() => Promise<void>> {
  let isStopping = false;
  let server = await runServer(place, port);
  const endWithUs = (): void => void server.process.kill('SIGINT');
  process.on('exit', endWithUs);

  const keep = async (): Promise<void> => {
    for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      const began = performance.now();
      await server.ended;
      if (isStopping) return;
      if (performance.now() - began > 60_000) waitMs = 100;
      place.log(`PostgreSQL ended on its own (${server.lastWords()}); starting it again.`);
      await pause(waitMs);
      if (isStopping) return;
      try {
        await endLeftovers(place);
        server = await runServer(place, port);
        place.log('PostgreSQL runs again.');
      } catch (error) {
        place.log(String(error));
      }
      if (isStopping) endWithUs();
    }
  };
  const kept = keep();

  return async () => {
    isStopping = true;
    endWithUs();
    const impatience = setTimeout(() => server.process.kill('SIGQUIT'), 30_000);
    await kept;
    clearTimeout(impatience);
    process.off('exit', endWithUs);
  };
}

/** Stops what a killed Kontor or a killed server left running; two servers on one cluster would destroy it. */
export async function endLeftovers(place: Place): Promise<void> {
  const pidFile = join(place.cluster, 'postmaster.pid');
  const postmaster = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const left = serversOf(place.clusterName);
    if (left.length === 0) break;
    place.log(`Ending the PostgreSQL that an earlier Kontor left behind (processes ${left.join(', ')}).`);
    // Its head ends the others in good order; without a head they end by themselves within moments.
    if (left.includes(postmaster)) tryKill(postmaster, signal);
    else if (signal !== 'SIGINT') for (const pid of left) tryKill(pid, signal);
    for (let tries = 0; tries < 100 && serversOf(place.clusterName).length > 0; tries += 1) await pause(100);
  }
  // Nothing of this cluster lives now, so the number in these files belongs to no one or to a stranger,
  // whom PostgreSQL would take for itself and refuse to start.
  await rm(pidFile, { force: true });
  const sockets = (await readdir(place.cluster).catch(() => [])).filter((name) =>
    name.startsWith('.s.PGSQL.'),
  );
  for (const socket of sockets) await rm(join(place.cluster, socket), { force: true });
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
