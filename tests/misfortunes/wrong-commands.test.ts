import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { aHouse } from '#testing/house.ts';
import { testRuntimePassword } from '#testing/template.ts';
import { emptyDatabases } from '../proofs/an-empty-server.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const cache = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));

interface Said {
  readonly code: number | null;
  readonly error: string;
}

async function kontor(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: cache, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [error, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, error };
}

/** A shop in the databases of the test, and commands beside it. */
async function aTerminal(t: TestContext, more: Readonly<Record<string, string>> = {}) {
  const { adminUrl, keysUrl, dataDir } = await aHouse(t);
  const settings = {
    DATABASE_URL: adminUrl,
    KEYSTORE_URL: keysUrl,
    KONTOR_DATA: dataDir,
    ROOT_KEY: Buffer.alloc(32, 7).toString('base64'),
    RUNTIME_PASSWORD: testRuntimePassword,
    PORT: '0',
    METRICS_PORT: '0',
    ...more,
  };
  return (...args: string[]) => kontor(settings, ...args);
}

const oneSentence = (said: Said): void =>
  assert.doesNotMatch(said.error, /^\s+at /m, 'a fault of the user is not a fault of the program');

test('proving a shop that does not exist is refused, and never called in order', async (t) => {
  const run = await aTerminal(t);

  const said = await run('verify', '--tenant', 'nobody');

  assert.equal(said.code, 1);
  assert.match(said.error, /no tenant of this name/);
  oneSentence(said);
});

test('a word too many and a wrong id are wrong usage, and nothing is started', async (t) => {
  const run = await aTerminal(t);

  for (const [args, says] of [
    [['start', 'extra'], /Unexpected argument 'extra'/],
    [['import', 'products', main, '--resume', 'yesterday'], /"yesterday" is not the id that an import says/],
    [['export', 'orders', '--from', '2026-02-30'], /"2026-02-30" is not a day/],
    [['tenant', 'create', 'mine', '--host', 'mine.example', '--owner-email', 'me'], /"me" is not an e-mail/],
  ] as const) {
    const said = await run(...args);
    assert.equal(said.code, 2, args.join(' '));
    assert.match(said.error, says);
    assert.match(said.error, /Usage: kontor/);
    oneSentence(said);
  }
});

test('an export writes over nothing', async (t) => {
  const run = await aTerminal(t);

  const said = await run('export', 'orders', '--file', main);

  assert.equal(said.code, 1);
  assert.match(said.error, /main\.ts cannot be written: EEXIST/);
  oneSentence(said);
});

test('a web process on an empty database says what to do first', async (t) => {
  const empty = await emptyDatabases(t);
  const run = await aTerminal(t, { DATABASE_URL: empty.dataUrl, KEYSTORE_URL: empty.keysUrl });

  const said = await run('web');

  assert.equal(said.code, 1);
  assert.match(said.error, /The database has no tables yet: run kontor migrate first/);
  oneSentence(said);
});

test('a database server that nobody listens at is said in one sentence', async (t) => {
  const nobody = 'postgres://kontor:secret-password@127.0.0.1:1/kontor';
  const run = await aTerminal(t, { DATABASE_URL: nobody, KEYSTORE_URL: nobody });

  const said = await run('doctor');

  assert.equal(said.code, 1);
  assert.match(said.error, /The database server cannot be used: .*ECONNREFUSED.* Where DATABASE_URL/);
  assert.doesNotMatch(said.error, /secret-password/);
  oneSentence(said);
});
