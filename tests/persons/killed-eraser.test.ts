import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { balances } from '#modules/ledger/index.ts';
import { erasePersons, residueOf } from '#modules/persons/index.ts';
import type { ErasureId } from '#modules/persons/index.ts';
import { scanDatabase, scanFolder } from '#modules/privacy/index.ts';
import { testRuntimePassword } from '#testing/template.ts';
import type { TestServer } from '#testing/server.ts';
import { provesGreen } from '../misfortunes/a-sale.ts';
import { aShop, anAccountHolder, lettersAreSent, marksOf } from './a-person.ts';
import { failingAt } from './failing-house.ts';

const script = fileURLToPath(new URL('erase-and-die.ts', import.meta.url));

/** Shape: whether it came to its end. */
function eraseAndDie(shop: TestServer, erasure: string, moment: string, at: number): Promise<boolean> {
  const runtime = new URL(shop.adminUrl);
  [runtime.username, runtime.password] = ['kontor_runtime', testRuntimePassword];
  const args = [
    script,
    runtime.href,
    shop.keysUrl,
    shop.dataDir,
    shop.tenant.id,
    erasure,
    moment,
    String(at),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (code === 0) resolve(true);
      else if (signal === 'SIGKILL') resolve(false);
      else reject(new Error(said));
    });
  });
}

const killed = async (t: TestContext, toTheEnd: (shop: TestServer, id: ErasureId) => Promise<number>) => {
  const { shop, buy, find, copy, plan } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await anAccountHolder(shop, mira);
  await buy(mira);
  await buy(otto);
  await lettersAreSent(shop, 2);
  const [subjects, others] = [await find(mira.email), await find(otto.email)];
  const before = { other: (await copy(others)).sections, books: await shop.work((ctx) => balances(ctx)) };
  const planned = await plan(subjects);

  const lives = await toTheEnd(shop, planned.id);

  assert.ok(lives > 1, 'it was killed more than once');
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  shop.beforeEnd(() => client.end());
  const db = {
    statement: async <Row>(text: string, values?: readonly unknown[]) =>
      (await client.query(text, values as unknown[])).rows as Row[],
  };
  const { rows } = await client.query<{ state: string; open: string }>(
    `select e.state, (select count(*) from persons.erasure_node n where n.erasure_id = e.id and n.end_kind is null) as open
     from persons.erasure e where e.id = $1`,
    [planned.id],
  );
  assert.deepEqual(rows, [{ state: 'fulfilled', open: '0' }]);
  assert.deepEqual(await residueOf(shop.house, shop.tenant, subjects), []);
  assert.deepEqual(await find(mira.email), []);
  assert.deepEqual(await scanDatabase(db, Object.values(mira)), []);
  assert.deepEqual(await scanFolder(shop.dataDir, Object.values(mira)), []);
  assert.deepEqual((await copy(others)).sections, before.other);
  assert.deepEqual(await shop.work((ctx) => balances(ctx)), before.books);
  await provesGreen(shop);
};

test('an eraser that is killed on its way, again and again, ends with everything gone once and nothing else touched', (t) =>
  killed(t, async (shop, id) => {
    const moments = ['after', 'before', 'after', 'before'] as const;
    let lives = 1;
    for (const [life, moment] of moments.entries()) {
      if (await eraseAndDie(shop, id, moment, 2 + life * 3)) break;
      lives += 1;
    }
    await erasePersons(shop.house, shop.tenant, id);
    return lives;
  }));

test('an eraser that fails at every single step, before its commit and after it, ends all the same', (t) =>
  killed(t, async (shop, id) => {
    for (let step = 1, lives = 0; ; step += 1) {
      for (const moment of ['before', 'after'] as const) {
        lives += 1;
        const end = await erasePersons(failingAt(shop.house, moment, 2 + (step % 10)), shop.tenant, id).catch(
          () => undefined,
        );
        if (end?.state === 'fulfilled') return lives;
        assert.ok(lives < 500, 'it comes to an end');
      }
    }
  }));
