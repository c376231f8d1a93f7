import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { balances } from '#modules/ledger/index.ts';
import { erasePersons, residueOf } from '#modules/persons/index.ts';
import type { PersonCopy } from '#modules/persons/index.ts';
import { isTombstoned, scanDatabase, scanFolder, vault } from '#modules/privacy/index.ts';
import { askForRelease, placeHold, releaseHold } from '#modules/retention/index.ts';
import type { TestServer } from '#testing/server.ts';
import { modules } from '../../src/modules.ts';
import { provesGreen } from '../misfortunes/a-sale.ts';
import { aShop, anAccountHolder, lettersAreSent, marksOf } from './a-person.ts';
import type { Marks } from './a-person.ts';

const work = { purpose: 'rights' } as const;

async function adminOf(shop: TestServer) {
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  shop.beforeEnd(() => client.end());
  return {
    statement: async <Row>(text: string, values?: readonly unknown[]) =>
      (await client.query(text, values as unknown[])).rows as Row[],
  };
}

const textsOf = (marks: Marks): string[] => Object.values(marks);

const saidBy = ({ sections }: PersonCopy): string => JSON.stringify(sections);

test('somebody who asks is forgotten everywhere: rows, look-ups, mails, files, keys; what the law keeps is listed with its ground and end', async (t) => {
  const { shop, buy, find, copy, erase } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await anAccountHolder(shop, mira);
  await buy(mira);
  await buy(otto);
  await lettersAreSent(shop, 2);
  const [subjects, others] = [await find(mira.email), await find(otto.email)];
  const before = { other: await copy(others), books: await shop.work((ctx) => balances(ctx)) };

  const done = await erase(subjects);

  const open = done.nodes.filter(({ end }) => end === null);
  assert.equal(done.state, 'fulfilled', JSON.stringify(open));
  assert.deepEqual(await residueOf(shop.house, shop.tenant, subjects), []);
  assert.deepEqual(await find(mira.email), []);
  assert.deepEqual(await scanDatabase(await adminOf(shop), textsOf(mira)), []);
  assert.deepEqual(await scanFolder(shop.dataDir, textsOf(mira)), []);
  assert.equal(
    (await readdir(join(shop.dataDir, 'mail', shop.tenant.id))).length,
    1,
    "only the other's letter",
  );
  for (const { end } of done.nodes)
    if (end?.kind === 'retained') assert.ok(end.until !== null && end.cites !== '', JSON.stringify(end));

  const left = await copy(subjects);
  const tables = left.sections.map(({ table }) => table);
  assert.ok(
    !tables.some((table) => /identity|notifications|checkout|orders\.note/.test(table)),
    tables.join(),
  );
  const invoice = left.sections.find(({ table }) => table === 'orders.party')?.rows ?? [];
  const named = invoice.filter(({ values }) => 'contact' in values || 'invoice' in values);
  assert.deepEqual(
    named.map(({ values, keep }) => [values['role'], keep['invoice']?.ground]),
    [['bill_to', 'law']],
  );

  assert.ok(saidBy(await copy(others)) === saidBy(before.other), 'nothing of anybody else has changed');
  assert.deepEqual(await shop.work((ctx) => balances(ctx)), before.books, 'the books are as they were');
  await provesGreen(shop);
  const tombstone = { category: 'contact.email', value: mira.email.toUpperCase() } as const;
  assert.equal(await shop.work((ctx) => isTombstoned(ctx, tombstone)), true);
});

test('forgetting twice is forgetting once, and somebody who comes back is somebody new', async (t) => {
  const { shop, buy, find, erase, copy } = await aShop(t);
  const mira = marksOf('Mira');
  await buy(mira);
  await lettersAreSent(shop, 1);
  const subjects = await find(mira.email);
  const done = await erase(subjects);
  const once = saidBy(await copy(subjects));

  const again = await erasePersons(shop.house, shop.tenant, done.id);
  await buy(mira);
  const newcomers = await find(mira.email);

  assert.deepEqual(again, done);
  assert.ok(saidBy(await copy(subjects)) === once);
  assert.equal(newcomers.length, 1);
  assert.ok(!subjects.some((subject) => newcomers.includes(subject)));
  await shop.work((ctx) =>
    assert.rejects(vault.ensureKeys(ctx, subjects[0] ?? assert.fail(), ['service']), {
      code: 'privacy.subjectGone',
    }),
  );
});

test('what a court holds stays, field by field, and goes when the hold is released', async (t) => {
  const { shop, buy, find, erase } = await aShop(t);
  const mira = marksOf('Mira');
  const { orderId } = await buy(mira);
  await lettersAreSent(shop, 1);
  const subjects = await find(mira.email);
  const admin = await adminOf(shop);
  const party = async () =>
    admin.statement<{ id: string; role: string; contact: Buffer | null; index: Buffer | null }>(
      `select id, role, contact, email_index as index from orders.party where order_id = $1 order by role`,
      [orderId],
    );
  const buyer = (await party()).find(({ role }) => role === 'buyer') ?? assert.fail();
  const hold = await shop.work((ctx) =>
    placeHold(ctx, {
      table: 'orders.party',
      rowId: buyer.id,
      fields: ['contact'],
      ground: 'court',
      reference: 'a case',
    }),
  );

  const waiting = await erase(subjects);
  const during = (await party()).find(({ role }) => role === 'buyer');
  const two = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];
  await shop.work((ctx) => askForRelease(ctx, hold), { actor: { kind: 'staff', id: two[0] ?? '' } });
  await shop.work((ctx) => releaseHold(ctx, hold), { actor: { kind: 'staff', id: two[1] ?? '' } });
  const done = await erasePersons(shop.house, shop.tenant, waiting.id);

  assert.equal(waiting.state, 'waiting');
  assert.ok(during?.contact !== null, 'what is held is there');
  assert.equal(during?.index, null, 'what is not held is gone');
  assert.equal(done.state, 'fulfilled', JSON.stringify(done.nodes.filter(({ end }) => end === null)));
  assert.equal((await party()).find(({ role }) => role === 'buyer')?.contact, null);
  await shop.work(
    async (ctx) =>
      assert.equal(
        (await ctx.keys.classesOf(ctx.tenant.id, subjects)).get(subjects[0] ?? assert.fail())?.join(),
        'legal',
      ),
    work,
  );
});

test('the search of every store finds what stands in the clear, wherever somebody left it, and forgets what it looked for', async (t) => {
  const { shop, buy, find, erase } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await buy(mira);
  await buy(otto);
  const admin = await adminOf(shop);
  const scan = modules.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'persons.scan');
  const found = async () =>
    admin.statement<{ found: number; traces: Buffer | null }>(
      'select scan_found as found, traces from persons.erasure order by planned_at',
    );

  await erase(await find(mira.email));
  await scan?.run(shop.house, shop.tenant);
  await admin.statement(`update tenancy.shop set tagline = 'Regards from ${otto.email.toUpperCase()}'`);
  await erase(await find(otto.email));
  await scan?.run(shop.house, shop.tenant);

  assert.deepEqual(await found(), [
    { found: 0, traces: null },
    { found: 1, traces: null },
  ]);
  assert.match(shop.logged(), /tenancy\.shop/);
});
