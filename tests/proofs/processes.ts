/** Kontor as it really runs: a PostgreSQL of its own, web processes and workers, which can be killed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Tenant } from '#kernel/context.ts';
import { startEmbeddedPostgres } from '#kernel/embedded-postgres.ts';
import { readSettings } from '#kernel/settings.ts';
import type { Login } from '../../src/commands/furnish-tenant.ts';
import { anOpenShop } from '#testing/furnished-shop.ts';
import { aTenant } from '#testing/house.ts';
import { buildHouse, openLog, rootKeyOf } from '../../src/build-house.ts';
import type { BuiltHouse } from '../../src/build-house.ts';
import { connect } from '../../src/connect.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** An object goes as JSON, a text as it is. */
  readonly payload?: object | string;
  readonly headers?: Record<string, string>;
}

export interface Program {
  readonly pid: number;
  /** Where a web process listens. */
  readonly port: number;
  /** Asks over HTTP, on a connection of its own. Rejects when the process is gone. */
  readonly ask: (request: Request) => Promise<Answer>;
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to end. Shape: the exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface Site {
  readonly house: BuiltHouse;
  readonly tenant: Tenant;
  readonly owner: Login;
  readonly dataUrl: string;
  readonly keysUrl: string;
  readonly folder: string;
  /** What PostgreSQL and the processes said so far. */
  readonly databaseLog: readonly string[];
  readonly log: readonly string[];
  web(): Promise<Program>;
  worker(): Promise<Program>;
  /** Runs a command to its end. */
  run(...args: readonly string[]): Promise<{ code: number | null; out: string }>;
  /** Ends every process of PostgreSQL as a power cut would; it is started again by itself. */
  killPostgres(): Promise<void>;
  rowsOf<Row extends pg.QueryResultRow>(
    url: string,
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
  rows<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A PostgreSQL of the proof's own with one open shop at shop.localhost; processes start when they are asked for. */
export async function aSite(
  t: TestContext,
  settingsOfIts: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-site-'));
  const [databaseLog, log]: string[][] = [[], []];
  // Killed processes leave their pages with the system, so nothing here has to wait for the disk.
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    log: (line) => databaseLog?.push(line),
    flags: ['-c', 'fsync=off'],
  });
  const ends: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true }),
    () => server.stop(),
  ];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  const dataUrl = await makeDatabase(server.url, 'kontor');
  const keysUrl = await makeDatabase(server.url, 'kontor_keys');
  const env = {
    DATABASE_URL: dataUrl,
    KEYSTORE_URL: keysUrl,
    KONTOR_DATA: folder,
    KONTOR_DEMO: 'true',
    LOG_LEVEL: 'debug',
    PORT: '0',
    METRICS_PORT: '0',
    ...settingsOfIts,
  };
  const settings = readSettings(env);
  const connection = await connect(settings, { log: openLog('silent'), migrate: true, own: false });
  const house = await buildHouse(settings, connection, {
    log: openLog('silent'),
    rootKey: await rootKeyOf(settings),
    poolSize: 4,
  });
  ends.push(() => house.close());
  const tenant = await aTenant(house, 'shop');
  const owner = await anOpenShop(house, tenant);

  const start = async (role: 'web' | 'worker'): Promise<Program> => {
    const program = await startProgram(role, env, log ?? []);
    ends.push(program.stop);
    return program;
  };
  return {
    house,
    tenant,
    owner,
    dataUrl,
    keysUrl,
    folder,
    databaseLog: databaseLog ?? [],
    log: log ?? [],
    web: () => start('web'),
    worker: () => start('worker'),
    run: (...args) => runToEnd(args, env),
    killPostgres: () => killPostgres(join(folder, 'postgres', 'cluster', 'postmaster.pid')),
    rowsOf: askDatabase,
    rows: (text, values) => askDatabase(dataUrl, text, values),
  };
}

async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  await askDatabase(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function askDatabase<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

const spawnKontor = (args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs a command of Kontor to its end. */
export async function runToEnd(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string }> {
  const child = spawnKontor(args, env);
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

/** Starts a web process or a worker and waits until it says that it runs. */
export async function startProgram(role: string, env: NodeJS.ProcessEnv, log: string[]): Promise<Program> {
  const child = spawnKontor([role, '--json'], env);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<{ address: string }>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream as NonNullable<typeof stream> }).on('line', (line) => {
        log.push(line);
        if (line.startsWith('{"role"')) resolve(JSON.parse(line) as { address: string });
      });
    }
    void ended.then((code) => reject(new Error(`${role} ended with ${code}: ${log.slice(-15).join(' / ')}`)));
  });
  const { address } = await ready;
  const port = Number(address === '' ? 0 : new URL(address).port);
  const signal = async (name: NodeJS.Signals): Promise<number | null> => {
    child.kill(name);
    return ended;
  };
  return {
    pid: child.pid ?? 0,
    port,
    ask: (asked) => askOver(port, asked),
    kill: async () => void (await signal('SIGKILL')),
    stop: () => signal('SIGTERM'),
  };
}

function askOver(port: number, { method, url, payload, headers }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = typeof payload === 'object' ? JSON.stringify(payload) : payload;
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        agent: false,
        headers: {
          host: 'shop.localhost',
          ...(typeof payload === 'object' && { 'content-type': 'application/json' }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () =>
          resolve({
            statusCode: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
        response.once('error', reject);
      },
    );
    asking.once('error', reject);
    asking.end(body);
  });
}

/** Its head first, so that it cannot see its children die; they end by themselves without it. */
async function killPostgres(pidFile: string): Promise<void> {
  const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''))
    .trim()
    .split(' ')
    .filter(Boolean);
  for (const one of [pid, ...children.map(Number)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}
