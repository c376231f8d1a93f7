import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { readSettings } from '#kernel/settings.ts';
import { aHouse } from '#testing/house.ts';
import { postureOf } from './posture.ts';
import { passGates } from './serve.ts';

const random = randomBytes(32).toString('base64');
const good = {
  ROOT_KEY: random,
  DATABASE_URL: `postgres://admin:${random.slice(0, 16).replaceAll(/\W/g, 'x')}@db.example/kontor?sslmode=verify-full`,
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://shop.example',
  TRUST_PROXY: 'true',
  SMTP_URL: 'smtps://mail.example',
};
const concerns = (change: Readonly<Record<string, string>>) =>
  postureOf(readSettings({ ...good, ...change }));
const stops = (change: Readonly<Record<string, string>>) =>
  concerns(change).flatMap(({ level, says }) => (level === 'stops' ? [says.split(/[ :]/)[0]] : []));

// Clause K7-28.
test('an installation with random secrets, TLS and an https address has nothing to answer for', () => {
  assert.deepEqual(concerns({}), []);
  assert.deepEqual(postureOf(readSettings({})), [], 'and neither has one on this machine alone');
});

test('secrets that can be guessed keep a shop from serving', () => {
  assert.deepEqual(stops({ ROOT_KEY: Buffer.alloc(32, 1).toString('base64') }), ['ROOT_KEY']);
  for (const weak of ['short', 'password', 'aaaaaaaaaaaaaa', '12345678901234', 'Postgres1'])
    assert.deepEqual(stops({ RUNTIME_PASSWORD: weak }), ['RUNTIME_PASSWORD'], weak);
  assert.equal(
    stops({ DATABASE_URL: 'postgres://admin:postgres@db.example/kontor?sslmode=require' }).length,
    1,
  );
});

test('a dashboard that the whole network could reach without encryption does not open', () => {
  assert.equal(stops({ PUBLIC_URL: 'http://shop.example' }).length, 1);
  assert.equal(stops({ PUBLIC_URL: '' }).length, 1);
  assert.deepEqual(stops({ PUBLIC_URL: '', HOST: '127.0.0.1' }), []);
});

test('a database on another machine without TLS is a fault for the doctor, one on this machine is not', () => {
  const faults = (url: string) =>
    concerns({ DATABASE_URL: url }).filter(({ level }) => level === 'fault').length;
  const password = 'q8Vw2LkXz0Tn';

  assert.equal(faults(`postgres://admin:${password}@db.example/kontor`), 1);
  assert.equal(faults(`postgres://admin:${password}@db.example/kontor?sslmode=prefer`), 1);
  assert.equal(faults(`postgres://admin:${password}@127.0.0.1/kontor`), 0);
  assert.equal(faults(`postgres://admin:${password}@db.example/kontor?sslmode=verify-full`), 0);
});

test('the gates before serving refuse weak secrets with their names', async (t) => {
  const { house } = await aHouse(t);

  await passGates(house);
  await assert.rejects(
    passGates({ ...house, settings: { ...house.settings, runtimePassword: 'kontor' } }),
    /does not serve, because RUNTIME_PASSWORD can be guessed/,
  );
});
