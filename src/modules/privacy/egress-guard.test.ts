import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { get } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { request } from 'undici';
import { readSettings } from '#kernel/settings.ts';
import { aHouse } from '#testing/house.ts';
import { aCompany } from '#tests/fakes/a-company.ts';
import { closeTheDoors, infrastructureOf } from './egress-guard.ts';
import { isPrivateAddress, originOf } from './egress-host.ts';
import { callOut } from './egress.ts';

const settled = (start: (done: (error: unknown) => void) => void): Promise<unknown> =>
  new Promise((resolve) => start(resolve));
const codeOf = (error: unknown): unknown => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return code ?? (cause === undefined ? error : codeOf(cause));
};
const closed = (t: TestContext, infrastructure: Parameters<typeof closeTheDoors>[0] = []): void => {
  t.after(closeTheDoors(infrastructure));
};

test('with the doors closed nothing reaches another machine, by whatever means, and not a byte arrives', async (t) => {
  const company = await aCompany(t);
  const { hostname, port } = new URL(company.url);
  closed(t);

  const errors = [
    await fetch(company.url).catch((error: unknown) => error),
    await request(company.url).catch((error: unknown) => error),
    await settled((done) => get(company.url).once('error', done)),
    await settled((done) => connect(Number(port), hostname).once('error', done)),
    await settled((done) => connect({ host: hostname, port: Number(port) }).once('error', done)),
    await settled((done) => connectTls({ host: hostname, port: Number(port) }).once('error', done)),
  ];
  const datagrams = createSocket('udp4');

  assert.throws(() => datagrams.send('x', Number(port), hostname), /outside of the gate/);
  datagrams.close();
  assert.deepEqual(
    errors.map(codeOf),
    errors.map(() => 'EGATECLOSED'),
  );
  assert.equal(company.bytes().length, 0);
});

test('with the doors closed the gate still opens, for its own call and no other', async (t) => {
  const company = await aCompany(t);
  closed(t);
  const call = { method: 'GET', reachesPrivate: true, mostBytes: 100, patienceMs: 5_000 } as const;

  const [through, beside] = await Promise.all([
    callOut({ ...call, url: new URL(company.url) }),
    fetch(company.url).catch((error: unknown) => error),
  ]);

  assert.equal(through.kind, 'answered');
  assert.equal(codeOf(beside), 'EGATECLOSED');
  assert.equal(company.heard.length, 1);
});

test("with the doors closed the shop's own database is still there", async (t) => {
  const shop = await aHouse(t);
  const settings = readSettings({ DATABASE_URL: shop.adminUrl, KEYSTORE_URL: shop.keysUrl });
  closed(t, infrastructureOf(settings));

  const work = await shop.withFreshKeys();

  assert.equal(await work((ctx) => Promise.resolve(ctx.tenant.slug)), 'shop');
});

test('an answer that does not end is cut off, and a redirect is not followed by itself', async (t) => {
  const company = await aCompany(t);
  const call = { method: 'GET', reachesPrivate: true, mostBytes: 1_000, patienceMs: 5_000 } as const;

  company.answerWith({ body: 'x'.repeat(100_000) });
  const tooLarge = await callOut({ ...call, url: new URL(company.url) });
  company.answerWith({ status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } });
  const redirected = await callOut({ ...call, url: new URL(company.url) });

  assert.deepEqual(tooLarge, { kind: 'unreachable', code: 'too-large' });
  assert.equal(redirected.kind === 'answered' && redirected.status, 302);
});

test('an address inside our own network is refused, by number and by a name that leads there', async () => {
  const call = { method: 'GET', reachesPrivate: false, mostBytes: 100, patienceMs: 5_000 } as const;
  const inside = [
    'http://127.0.0.1:9/',
    'http://[::1]:9/',
    'http://[::ffff:127.0.0.1]:9/',
    'http://localhost:9/',
  ];

  for (const url of inside)
    assert.deepEqual(await callOut({ ...call, url: new URL(url) }), {
      kind: 'unreachable',
      code: 'private-address',
    });
  for (const url of ['http://169.254.169.254/latest', 'http://[::ffff:169.254.169.254]/latest'])
    assert.deepEqual(await callOut({ ...call, reachesPrivate: true, url: new URL(url) }), {
      kind: 'unreachable',
      code: 'private-address',
    });
});

test('every spelling of a private address is known, and no public one is taken for it', () => {
  const inside =
    '0.0.0.0 10.1.2.3 100.64.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 fe80::1 fd00::1 ff02::1 ::ffff:10.0.0.1 ::ffff:7f00:1 64:ff9b::7f00:1 2002:7f00:1:: nonsense';
  const outside = '1.1.1.1 8.8.8.8 172.32.0.1 193.0.0.1 2606:4700::1111 ::ffff:8.8.8.8';

  assert.deepEqual(
    inside.split(' ').filter((address) => !isPrivateAddress(address)),
    [],
  );
  assert.deepEqual(outside.split(' ').filter(isPrivateAddress), []);
});

test('a company is reached over HTTPS at a bare host, and in plain only on this machine', () => {
  assert.equal(originOf('api.example.com')?.href, 'https://api.example.com/');
  assert.equal(originOf('http://127.0.0.1:4000')?.href, 'http://127.0.0.1:4000/');
  const unusable = [
    'http://api.example.com',
    'https://user:secret@api.example.com',
    'api.example.com/path',
    'ftp://api.example.com',
    'https://',
    '',
  ];
  assert.deepEqual(unusable.filter(originOf), []);
});
