import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { openDatabase } from '#kernel/database.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { aBuyer } from '#modules/checkout/index.ts';
import { erasePersons, planErasure } from '#modules/persons/index.ts';
import { scanDatabase, scanFolder } from '#modules/privacy/index.ts';
import { someGoods } from '#testing/furnished-shop.ts';
import { eventually } from '#testing/eventually.ts';
import { aFolder, anEmptyMachine } from './machines.ts';
import { aSite, runToEnd, startProgram } from './processes.ts';
import type { Site } from './processes.ts';

// Somebody buys, a backup is made, the person is erased. Then everything is lost, and the old backup is put back.

const who = { kind: 'system', id: 'test', purpose: 'rights' } as const;
const rootKey = randomBytes(32).toString('base64');
const anotherMachine = (t: TestContext, site: Site, number: number) =>
  anEmptyMachine(t, site, { number, rootKey });

async function buy(site: Site, email: string): Promise<SubjectId> {
  const { offers } = await someGoods(site.house, site.tenant, {
    title: 'Mug',
    sku: `MUG-${email.slice(0, 4)}`,
    stock: 5,
  });
  const web = await site.web();
  const buyer = aBuyer(web.ask, email);
  const cart = await eventually('a full cart', () =>
    buyer.fill([{ offerId: offers[0] ?? assert.fail(), quantity: 1 }], { provider: 'bank-transfer' }),
  );
  const answer = await buyer.press(cart, crypto.randomUUID());
  const [order] = answer.body.orders;
  assert.ok(order);
  await web.stop();
  const [row] = await site.rows<{ buyer: SubjectId }>(
    'select buyer_id as buyer from orders."order" where id = $1',
    [order.id],
  );
  return row?.buyer ?? assert.fail();
}

async function erase(site: Site, subject: SubjectId): Promise<void> {
  const plan = await unitOfWork(site.house, { tenant: site.tenant, actor: who }, (ctx) =>
    planErasure(ctx, [subject]),
  );
  await erasePersons(site.house, site.tenant, plan.id);
}

const stateOf = async (site: Site, dataUrl: string, subject: SubjectId) => {
  const [row] = await site.rowsOf<{ state: string; contacts: number }>(
    dataUrl,
    `select s.state, (select count(contact)::int from orders.party p where p.subject_id = s.id) as contacts from privacy.subject s where s.id = $1`,
    [subject],
  );
  return row;
};

const classesOf = async (site: Site, keysUrl: string, subject: SubjectId): Promise<string[]> =>
  (
    await site.rowsOf<{ class: string }>(
      keysUrl,
      'select class from keys.subject_key where subject_id = $1 order by 1',
      [subject],
    )
  ).map((row) => row.class);

test('whoever was erased stays erased when an old backup of everything is put back', async (t) => {
  const site = await aSite(t, { ROOT_KEY: rootKey });
  const dir = await aFolder(t, 'backups');
  const gone = await buy(site, 'okapigreta@narwhalpost.example');
  const stays = await buy(site, 'ibexander@gnuhaus.example');
  const old = await site.run('backup', dir, '--json');
  assert.equal(old.code, 0, old.out);
  await erase(site, gone);
  const after = await stateOf(site, site.dataUrl, gone);
  // The next day's backup says who was erased; its databases are lost, the older ones are put back.
  const young = await site.run('backup', dir, '--json');
  assert.equal(young.code, 0, young.out);
  const { id } = JSON.parse(old.out) as { id: string };
  const machine = await anotherMachine(t, site, 2);

  const restored = await runToEnd(['restore', dir, '--data', id, '--keystore', id, '--json'], machine.env);

  assert.equal(restored.code, 0, restored.out);
  assert.deepEqual(JSON.parse(restored.out), { restored: true, erasedAgain: 1 });
  assert.deepEqual(await stateOf(site, machine.dataUrl, gone), after);
  assert.deepEqual(await classesOf(site, machine.keysUrl, gone), await classesOf(site, site.keysUrl, gone));
  assert.equal((await stateOf(site, machine.dataUrl, stays))?.state, 'active');
  assert.ok(((await stateOf(site, machine.dataUrl, stays))?.contacts ?? 0) > 0);
  const again = await runToEnd(['restore', dir], machine.env);
  assert.equal(again.code, 1);
  assert.match(again.out, /already holds shops\. With --force/);
  const web = await startProgram('web', machine.env, []);
  assert.equal((await web.ask({ method: 'GET', url: '/' })).statusCode, 200);
  await web.stop();
  const database = openDatabase(machine.dataUrl, { max: 1, onIdleError: () => undefined });
  t.after(() => database.close());
  assert.deepEqual(await scanDatabase(database, ['okapigreta', 'narwhalpost']), []);
  assert.deepEqual(await scanFolder(machine.folder, ['okapigreta', 'narwhalpost']), []);
});

test('a copy of the databases that was put back by hand is cleaned before anybody is served', async (t) => {
  const site = await aSite(t, { ROOT_KEY: rootKey });
  const dir = await aFolder(t, 'backups');
  const gone = await buy(site, 'okapigreta@narwhalpost.example');
  const old = await site.run('backup', dir, '--json');
  assert.equal(old.code, 0, old.out);
  const machine = await anotherMachine(t, site, 3);
  const restored = await runToEnd(['restore', dir, '--json'], machine.env);
  assert.equal(restored.code, 0, restored.out);
  await erase(site, gone);
  // The journal of the data folder outlives both databases.
  await cp(join(site.folder, 'erasures.journal'), join(machine.folder, 'erasures.journal'));
  const before = await stateOf(site, machine.dataUrl, gone);

  const doctor = await runToEnd(['doctor'], machine.env);
  const web = await startProgram('web', machine.env, []);
  await web.stop();

  assert.equal(before?.state, 'active');
  assert.match(doctor.out, /an old backup brought 1 erased people back/);
  assert.deepEqual(await stateOf(site, machine.dataUrl, gone), await stateOf(site, site.dataUrl, gone));
  assert.deepEqual(await classesOf(site, machine.keysUrl, gone), await classesOf(site, site.keysUrl, gone));
});
