import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  copyOf,
  correctPerson,
  findPersons,
  freeTextAbout,
  importCopy,
  listTwins,
  mergePersons,
  restrictPerson,
  undoMerge,
  zipOf,
} from '#modules/persons/index.ts';
import type { PersonCopy } from '#modules/persons/index.ts';
import { getStaffOrder } from '#modules/orders/index.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { asColleague } from '../misfortunes/a-sale.ts';
import { aShop, anAccountHolder, lettersAreSent, marksOf } from './a-person.ts';

const work = { purpose: 'rights' } as const;

test('a wrong telephone number is put right wherever it stands, and the old one is found nowhere that can be corrected', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const mira = marksOf('Mira');
  await anAccountHolder(shop, mira);
  await buy(mira);
  const subjects = await find(mira.email);
  const right = '+494055667788';

  const done = await shop.work(
    (ctx) => correctPerson(ctx, subjects, { field: 'contact.phone', value: right, evidence: 'a letter' }),
    work,
  );

  assert.ok(done.places.some(({ table }) => table === 'identity.address'));
  assert.ok(done.places.some(({ table, column }) => table === 'orders.party' && column === 'contact'));
  const after = await copy(subjects);
  const values = JSON.stringify(after.sections.filter(({ table }) => table !== 'orders.party'));
  assert.ok(values.includes(right) && !values.includes(mira.phone));
  const parties = after.sections.find(({ table }) => table === 'orders.party')?.rows ?? [];
  for (const { values: party } of parties) {
    if ('contact' in party) assert.ok(!JSON.stringify(party).includes(mira.phone));
    else assert.ok(JSON.stringify(party).includes(mira.phone), 'a bill stays as it was issued');
  }
});

test('somebody is found under the corrected e-mail address and name, and not under the old ones', async (t) => {
  const { shop, buy, find } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await buy(mira);
  await buy(otto);
  const subjects = await find(mira.email);

  await shop.work(
    (ctx) => correctPerson(ctx, subjects, { field: 'contact.email', value: 'new-canary@example.org' }),
    work,
  );

  assert.deepEqual(await find('new-canary@example.org'), subjects);
  assert.deepEqual(await find(mira.email), []);
  assert.equal((await find(otto.email)).length, 1);
  await assert.rejects(
    shop.work((ctx) => correctPerson(ctx, subjects, { field: 'contact.address', value: 'x' }), work),
    refusedWith('persons.notCorrectable'),
  );
});

test('the address that somebody signs in with is changed at the door, not by a correction', async (t) => {
  const { shop, find } = await aShop(t);
  const mira = marksOf('Mira');
  await anAccountHolder(shop, mira);
  const subjects = await find(mira.email);

  const done = await shop.work(
    (ctx) => correctPerson(ctx, subjects, { field: 'contact.email', value: 'thief@example.org' }),
    work,
  );

  assert.deepEqual(done.elsewhere, [{ table: 'identity.account', column: 'profile' }]);
  assert.deepEqual(await find('thief@example.org'), []);
});

test('restricted data is kept and opened for nobody but the person, their rights, the books and security', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const mira = marksOf('Mira');
  const { orderId } = await buy(mira);
  const subjects = await find(mira.email);
  const shown = () => shop.work((ctx) => getStaffOrder(ctx, orderId, true), { purpose: 'support' });
  const before = await shown();

  await shop.work((ctx) => restrictPerson(ctx, subjects, true), work);
  const during = await shown();
  const theirs = JSON.stringify(await copy(subjects));
  await shop.work((ctx) => restrictPerson(ctx, subjects, false), work);

  assert.equal(before.contact?.email, mira.email);
  assert.equal(during.contact, null);
  assert.ok(theirs.includes(mira.email));
  assert.equal((await shown()).contact?.email, mira.email);
});

test('two of our persons who are one human become one, and two again when it was a mistake', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const [mira, maiden] = [marksOf('Mira'), marksOf('Maiden')];
  await buy(mira);
  await buy(maiden);
  await lettersAreSent(shop, 2);
  const [kept] = await find(mira.email);
  const [gone] = await find(maiden.email);
  assert.ok(kept && gone);
  const keptBefore = (await copy([kept])).sections;
  const goneBefore = (await copy([gone])).sections;

  const link = await shop.work((ctx) => mergePersons(ctx, kept, gone), work);
  const merged = JSON.stringify(await copy([kept]));
  const found = await find(maiden.email);
  await shop.work((ctx) => undoMerge(ctx, link), work);

  assert.ok(merged.includes(mira.email) && merged.includes(maiden.email) && merged.includes(maiden.line2));
  assert.deepEqual(found.toSorted(), [kept, gone].toSorted());
  assert.deepEqual((await copy([gone])).sections, goneBefore);
  assert.deepEqual((await copy([kept])).sections, keptBefore);
});

test('what happened to an order while its buyer was taken for somebody else goes back with the order', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const [mira, maiden] = [marksOf('Mira'), marksOf('Maiden')];
  await buy(mira);
  const { orderId } = await buy(maiden);
  await lettersAreSent(shop, 2);
  const [kept] = await find(mira.email);
  const [gone] = await find(maiden.email);
  assert.ok(kept && gone);
  const as = await asColleague(shop, 'owner');
  const keptBefore = (await copy([kept])).sections;

  const link = await shop.work((ctx) => mergePersons(ctx, kept, gone), work);
  const noted = await as('POST', `/api/admin/orders/${orderId}/notes`, {
    text: 'Rings twice, says the courier.',
  });
  const cancelled = await as('POST', `/api/admin/orders/${orderId}/cancel`, { reason: 'out of stock' });
  await lettersAreSent(shop, 3);
  const meanwhile = JSON.stringify(await copy([kept]));
  await shop.work((ctx) => undoMerge(ctx, link), work);

  assert.ok(noted.statusCode < 300 && cancelled.statusCode < 300, noted.body + cancelled.body);
  const written = (sections: PersonCopy['sections'], table: string) =>
    sections.find((one) => one.table === table)?.rows.length;
  const after = (await copy([gone])).sections;
  assert.ok(meanwhile.includes('Rings twice'));
  assert.ok(JSON.stringify(after).includes('Rings twice'));
  assert.equal(written(after, 'notifications.mail'), 2);
  assert.deepEqual((await copy([kept])).sections, keptBefore);
});

test('guests who bought twice are listed as likely one human without opening anything', async (t) => {
  const { shop, buy, find } = await aShop(t);
  const mira = marksOf('Mira');
  await buy(mira);
  await buy(mira);

  const twins = await shop.work((ctx) => listTwins(ctx), work);

  const [pair] = twins.filter(({ table }) => table === 'orders.party');
  assert.deepEqual(pair?.people.toSorted(), (await find(mira.email)).toSorted());
});

test('a note on somebody else’s order that speaks of a person is offered for review', async (t) => {
  const { shop, buy, find } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await buy(mira);
  const { orderId } = await buy(otto);
  const as = await asColleague(shop, 'owner');
  const noted = await as('POST', `/api/admin/orders/${orderId}/notes`, {
    text: `The neighbour ${mira.name} takes the parcel.`,
  });
  assert.ok(noted.statusCode < 300, noted.body);

  const mentions = await shop.work(
    async (ctx) => freeTextAbout(ctx, await findPersons(ctx, { email: mira.email })),
    work,
  );

  assert.deepEqual(
    mentions.map(({ table, isTheirs, about }) => ({ table, isTheirs, about })),
    [{ table: 'orders.note', isTheirs: false, about: (await find(otto.email))[0] }],
  );
  assert.match(mentions[0]?.excerpt ?? '', /neighbour/);
});

/** What the schema marks as importable, without the random key of the person. */
const importable = ({ sections }: PersonCopy) =>
  sections
    .map(({ table, columns, rows }) => ({
      table,
      rows: rows.map(({ values }) =>
        Object.fromEntries(columns.filter((one) => one.importable).map(({ name }) => [name, values[name]])),
      ),
    }))
    .filter(({ table }) => table in { 'identity.account': 1, 'identity.address': 1 });

test('a copy that is taken to another shop comes out of it as it went in', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const mira = marksOf('Mira');
  await anAccountHolder(shop, mira);
  await buy(mira);
  await lettersAreSent(shop, 1);
  const made = await copy(await find(mira.email));
  const zip = await zipOf(made, { locale: 'en' });
  const tenant = await shop.otherTenant();
  // The same keys stand in another shop's rows: each shop has its own.

  const taken = await shop.work((ctx) => importCopy(ctx, zip), { ...work, tenant });
  const again = await shop.work((ctx) => copyOf(ctx, [taken.subject]), { ...work, tenant });

  assert.deepEqual(importable(again), importable(made));
  assert.equal(importable(made)[0]?.rows.length, 1);
  assert.ok(taken.left.some(({ table }) => table === 'orders.order'));
  const found = await shop.work((ctx) => findPersons(ctx, { email: mira.email }), { ...work, tenant });
  assert.deepEqual(found, [taken.subject]);
  const isConfirmed = again.sections[0]?.rows[0]?.values['emailVerified'];
  assert.equal(isConfirmed, false, 'what must be proven is not believed');
  await assert.rejects(
    shop.work((ctx) => importCopy(ctx, zip), { ...work, tenant }),
    refusedWith('persons.alreadyHere'),
  );
  await assert.rejects(
    shop.work((ctx) => importCopy(ctx, Buffer.from('no zip')), { ...work, tenant }),
    refusedWith('persons.badCopy'),
  );
});

test('a copy cannot attach anything to somebody who is here already', async (t) => {
  const { shop, find, copy } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await anAccountHolder(shop, mira);
  await anAccountHolder(shop, otto);
  const victim = (await copy(await find(otto.email))).sections.find(
    ({ table }) => table === 'identity.account',
  );
  const made = await copy(await find(mira.email));
  const tenant = await shop.otherTenant();
  const evil: PersonCopy = {
    ...made,
    sections: made.sections
      .filter(({ table }) => table === 'identity.address')
      .map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({
          ...row,
          values: { ...row.values, accountId: victim?.rows[0]?.values['id'] ?? null },
        })),
      })),
  };

  const zip = await zipOf(evil, { locale: 'en' });

  for (const where of [shop.tenant, tenant])
    await assert.rejects(
      shop.work((ctx) => importCopy(ctx, zip), { ...work, tenant: where }),
      refusedWith('persons.badCopy'),
    );
});
