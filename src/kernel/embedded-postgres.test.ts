import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { PostgresCannotStart, startEmbeddedPostgres } from './embedded-postgres.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function anEmptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-embedded-'));
  folders.push(folder);
  return join(folder, 'postgres');
}

const start = (dataDir: string): ReturnType<typeof startEmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, log: () => {}, flags: ['-c', 'log_min_messages=log'] });

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // A server that is killed drops its connections.
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const sellOne = (url: string): Promise<unknown> =>
  ask(url, 'create table if not exists sale as select 1 as sold');

const postmasterOf = async (dataDir: string): Promise<number> =>
  Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** A Kontor in a process of its own, so that it can be killed. */
async function anotherKontor(dataDir: string): Promise<{ url: string; kill: () => Promise<void> }> {
  const program = `
    const { startEmbeddedPostgres } = await import(process.argv[1]);
    const { url } = await startEmbeddedPostgres({ dataDir: process.argv[2], log: () => {} });
    console.log(url);
  `;
  const face = new URL('embedded-postgres.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, face, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(child.stdout.setEncoding('utf8'), 'data');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { url: String(url).trim(), kill };
}

test('the first start creates the database, the next one finds it again at the same address', async () => {
  const dataDir = await anEmptyFolder();

  const first = await start(dataDir);
  await sellOne(first.url);
  await first.stop();
  const second = await start(dataDir);
  const sold = await ask(second.url, 'select count(*)::int from sale');
  await second.stop();

  assert.equal(first.firstStart, true);
  assert.equal(second.firstStart, false);
  assert.equal(second.url, first.url);
  assert.equal(sold, 1);
});

test('the database speaks UTF-8, brings the extensions Kontor builds on, and hides its password', async () => {
  const dataDir = await anEmptyFolder();

  const server = await start(dataDir);
  const encoding = await ask(server.url, 'show server_encoding');
  const upper = await ask(server.url, `select upper('straße élan')`);
  const addresses = await ask(server.url, 'show listen_addresses');
  for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gist', 'pg_stat_statements']) {
    await ask(server.url, `create extension ${extension}`);
  }
  const password = await stat(join(dataDir, 'password'));
  const withoutPassword = server.url.replace(/:[^:@]+@/, ':wrong@');
  const burglary = ask(withoutPassword, 'select 1');

  await assert.rejects(burglary, /password authentication failed/);
  await server.stop();
  assert.equal(encoding, 'UTF8');
  assert.match(String(upper), /ÉLAN$/);
  assert.equal(addresses, '127.0.0.1');
  assert.equal(password.mode & 0o777, 0o600);
});

test('a second Kontor on the same folder is refused while the first one lives', async () => {
  const dataDir = await anEmptyFolder();
  const server = await start(dataDir);

  const second = start(dataDir);

  await assert.rejects(second, (error: unknown) => {
    assert(error instanceof PostgresCannotStart);
    assert(error.message.includes(dataDir) && error.message.includes(String(process.pid)), error.message);
    return true;
  });
  assert.equal(await ask(server.url, 'select 1'), 1);
  await server.stop();
});

test('of many Kontors started at the same moment exactly one gets the folder', async () => {
  const dataDir = await anEmptyFolder();

  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => start(dataDir)));

  const started = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  assert.equal(started.length, 1);
  for (const { value } of started) await value.stop();
});

test('a database server that is killed comes back at the same address with everything committed', async () => {
  const dataDir = await anEmptyFolder();
  const server = await start(dataDir);
  await sellOne(server.url);
  const killed = await postmasterOf(dataDir);

  process.kill(killed, 'SIGKILL');
  let sold: unknown;
  while (sold === undefined) {
    await pause(50);
    sold = await ask(server.url, 'select count(*)::int from sale').catch(() => undefined);
  }

  assert.equal(sold, 1);
  assert.notEqual(await postmasterOf(dataDir), killed);
  await server.stop();
});

test('after Kontor itself is killed the next start takes over and nothing committed is lost', async () => {
  const dataDir = await anEmptyFolder();
  const first = await anotherKontor(dataDir);
  await sellOne(first.url);
  const leftRunning = await postmasterOf(dataDir);
  await first.kill();

  const second = await start(dataDir);

  assert.equal(await ask(second.url, 'select count(*)::int from sale'), 1);
  assert.notEqual(await postmasterOf(dataDir), leftRunning);
  await second.stop();
});

test('Kontor and its database killed at the same time start again', async () => {
  const dataDir = await anEmptyFolder();
  const first = await anotherKontor(dataDir);
  await sellOne(first.url);
  process.kill(await postmasterOf(dataDir), 'SIGKILL');
  await first.kill();

  const second = await start(dataDir);

  assert.equal(await ask(second.url, 'select count(*)::int from sale'), 1);
  await second.stop();
});

test('process numbers that now belong to a stranger neither block a start nor harm the stranger', async () => {
  const dataDir = await anEmptyFolder();
  await (await start(dataDir)).stop();
  const stranger = spawn('sleep', ['60']);
  const claim = JSON.stringify({ pid: stranger.pid, began: 'long ago' });
  await writeFile(join(dataDir, 'kontor.pid'), claim);
  await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${stranger.pid}\n`);

  const server = await start(dataDir);

  assert.equal(await ask(server.url, 'select 1'), 1);
  assert.equal(stranger.exitCode, null);
  await server.stop();
  stranger.kill();
});

test('a port that someone else has taken meanwhile is exchanged for a free one', async () => {
  const dataDir = await anEmptyFolder();
  const first = await start(dataDir);
  await first.stop();
  const port = Number(new URL(first.url).port);
  const squatter = createServer().listen(port, '127.0.0.1');
  await once(squatter, 'listening');

  const second = await start(dataDir);

  assert.notEqual(new URL(second.url).port, String(port));
  assert.equal(await ask(second.url, 'select 1'), 1);
  await second.stop();
  squatter.close();
});

test('a first start that was interrupted is simply made again', async () => {
  const dataDir = await anEmptyFolder();
  await mkdir(join(dataDir, 'cluster.unfinished', 'base'), { recursive: true });
  await writeFile(join(dataDir, 'cluster.unfinished', 'PG_VERSION'), '18\n');

  const server = await start(dataDir);

  assert.equal(server.firstStart, true);
  assert.equal(await ask(server.url, 'select 1'), 1);
  await server.stop();
});

test('a database of another PostgreSQL version is refused and left untouched', async () => {
  const dataDir = await anEmptyFolder();
  await mkdir(join(dataDir, 'cluster'), { recursive: true });
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');

  const started = start(dataDir);

  await assert.rejects(started, /made by PostgreSQL 17, this Kontor runs 18/);
  assert.equal(await readFile(join(dataDir, 'cluster', 'PG_VERSION'), 'utf8'), '17\n');
});

const isRoot = process.getuid?.() === 0;
test(
  "root's closed home opens to the database account alone",
  { skip: !isRoot && 'this needs root' },
  async () => {
    const dataDir = await anEmptyFolder();
    const home = join(dataDir, '..');
    await chmod(home, 0o700);

    const server = await start(dataDir);

    assert.equal(await ask(server.url, 'select 1'), 1);
    await server.stop();
    const { mode } = await stat(home);
    assert.equal(mode & 0o777, 0o710);
  },
);
