import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import pg from 'pg';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { blindIndex, plain, sealed, searchTokens, subject, table } from '#kernel/registry.ts';
import { aHouse } from '#testing/house.ts';
import { vault } from './index.ts';

interface Contact {
  name: string;
  email: string;
}

const note = table('vaulttest.note', {
  tenantId: plain<TenantId>('tenant key'),
  id: plain<string>('random key'),
  personId: subject('writer'),
  contact: sealed<Contact>()({
    of: 'personId',
    class: 'service',
    source: 'person',
    because: 'a parcel needs a name and an address',
    purposes: ['fulfil'],
    fields: { name: 'identity.name', email: 'contact.email' },
    retention: 'order',
    onErase: 'delete-row',
  }),
  billing: sealed<Contact>()({
    of: 'personId',
    class: 'legal',
    source: 'person',
    because: 'an invoice must name who is billed',
    purposes: ['fulfil'],
    fields: { name: 'identity.name', email: 'contact.email' },
    retention: 'bookkeeping',
    onErase: 'retain-until-law-ends',
  }),
  emailIndex: blindIndex({
    of: 'personId',
    category: 'contact.email',
    purposes: ['support'],
    retention: 'order',
    onErase: 'delete-row',
  }),
  nameTokens: searchTokens({
    of: 'personId',
    category: 'identity.name',
    purposes: ['support'],
    retention: 'order',
    onErase: 'delete-row',
  }),
});

const ada: Contact = { name: 'Ada Lovelace', email: 'ada@example.org' };

async function aSealedNote(ctx: Context) {
  const personId = await vault.newSubject(ctx, 'buyer', ['service', 'legal']);
  const id = newId<never>() as string;
  return { id, personId, contact: await vault.seal(ctx, note, 'contact', { id, personId }, ada) };
}

const shopOf = async (t: TestContext) => {
  const shop = await aHouse(t);
  return { ...shop, fulfil: <T>(run: (ctx: Context) => Promise<T>) => shop.work(run, { purpose: 'fulfil' }) };
};

test('what was sealed about a person opens again in its own row, and nobody can read it in between', async (t) => {
  const shop = await shopOf(t);

  const row = await shop.fulfil(aSealedNote);

  assert.ok(!Buffer.from(row.contact).toString('latin1').includes('Lovelace'));
  assert.deepEqual(await shop.fulfil((ctx) => vault.open(ctx, note, 'contact', row)), ada);
});

test('an envelope that was moved to another row, column, person or tenant does not open', async (t) => {
  const shop = await shopOf(t);
  const row = await shop.fulfil(aSealedNote);
  const stranger = await shop.fulfil((ctx) => vault.newSubject(ctx, 'buyer', ['service', 'legal']));
  const otherShop = await shop.otherTenant();

  const opened = (moved: typeof row, tenant = shop.tenant) =>
    shop.work((ctx) => vault.open(ctx, note, 'contact', moved), { purpose: 'fulfil', tenant });

  await assert.rejects(opened({ ...row, id: newId<never>() }), /authenticate/);
  await assert.rejects(opened({ ...row, personId: stranger }), /authenticate/);
  await assert.rejects(opened(row, otherShop), { code: 'privacy.gone' });
  await assert.rejects(
    shop.fulfil((ctx) => vault.open(ctx, note, 'billing', { ...row, billing: row.contact as never })),
    /authenticate/,
  );
  const flipped = Buffer.from(row.contact);
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
  await assert.rejects(opened({ ...row, contact: flipped as never }), /authenticate/);
});

test('destroying the key of one reason leaves what is held for another reason readable', async (t) => {
  const shop = await shopOf(t);
  const row = await shop.fulfil(aSealedNote);
  const billing = await shop.fulfil((ctx) =>
    vault.seal(ctx, note, 'billing', { id: row.id, personId: row.personId }, ada),
  );

  await onKeys(shop.keysUrl, `delete from keys.subject_key where class = 'service'`);
  const fresh = await shop.withFreshKeys();
  const later = <T>(run: (ctx: Context) => Promise<T>) => fresh(run, { purpose: 'fulfil' });

  await assert.rejects(
    later((ctx) => vault.open(ctx, note, 'contact', row)),
    { code: 'privacy.gone' },
  );
  assert.deepEqual(await later((ctx) => vault.open(ctx, note, 'billing', { ...row, billing })), ada);
});

test('data opens only for a purpose it was collected for', async (t) => {
  const shop = await shopOf(t);
  const row = await shop.fulfil(aSealedNote);

  await assert.rejects(
    shop.work((ctx) => vault.open(ctx, note, 'contact', row), { purpose: 'security' }),
    { code: 'privacy.wrongPurpose' },
  );
});

test('every opening by staff stands in the audit log with its purpose, and openings by the shop itself do not', async (t) => {
  const shop = await shopOf(t);
  const row = await shop.fulfil(aSealedNote);

  await shop.work((ctx) => vault.open(ctx, note, 'contact', row), {
    purpose: 'fulfil',
    actor: { kind: 'staff', id: 'a-packer' },
  });

  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  const { rows } = await client.query(
    `select actor, purpose, on_table, on_id, subject_id from privacy.audit_entry where action = 'privacy.opened'`,
  );
  await client.end();
  assert.deepEqual(rows, [
    {
      actor: 'a-packer',
      purpose: 'fulfil',
      on_table: 'vaulttest.note',
      on_id: row.id,
      subject_id: row.personId,
    },
  ]);
});

test('without the keystore nothing is stored in plain and nothing is half done: the answer is 503', async (t) => {
  const shop = await shopOf(t);
  const fresh = await shop.withFreshKeys();
  const later = <T>(run: (ctx: Context) => Promise<T>) => fresh(run, { purpose: 'fulfil' });
  await onKeys(shop.keysUrl, 'alter schema keys rename to gone');

  const sealing = later(aSealedNote);

  await assert.rejects(sealing, { code: 'privacy.keystoreDown', status: 503 });
  const client = new pg.Client({ connectionString: shop.adminUrl });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as people from privacy.subject');
  await client.end();
  assert.deepEqual(rows, [{ people: 0 }]);
});

test('a person who is being erased cannot be written about any more', async (t) => {
  const shop = await shopOf(t);
  const row = await shop.fulfil(aSealedNote);
  await onKeys(shop.adminUrl, `update privacy.subject set state = 'erasing'`);

  await assert.rejects(
    shop.fulfil((ctx) => vault.seal(ctx, note, 'contact', { id: row.id, personId: row.personId }, ada)),
    { code: 'privacy.subjectGone' },
  );
});

test('an e-mail is found however it is typed, and its hash is another one in every shop', async (t) => {
  const shop = await shopOf(t);
  const otherShop = await shop.otherTenant();
  const blind = (text: string, tenant = shop.tenant) =>
    shop.work((ctx) => vault.blind(ctx, note, 'emailIndex', text), { tenant });

  assert.deepEqual(await blind('ada@example.org'), await blind('  Ada@Example.ORG '));
  assert.notDeepEqual(await blind('ada@example.org'), await blind('ada@example.org', otherShop));
});

test('staff find a name by the beginnings of its words, with or without accents', async (t) => {
  const shop = await shopOf(t);

  const [stored, asked, wrong] = await shop.fulfil(async (ctx) => [
    await vault.searchTokens(ctx, note, 'nameTokens', 'Renée van der Mühlen'),
    await vault.searchToken(ctx, note, 'nameTokens', 'muhl rene'),
    await vault.searchToken(ctx, note, 'nameTokens', 'ühlen'),
  ]);

  const has = (token: Buffer) => stored.some((one) => one.equals(token));
  assert.equal(asked.length, 2);
  assert.ok(asked.every(has));
  assert.ok(!wrong.some(has));
});

test('a secret link names only the thing and the kind of thing that it was made for', async (t) => {
  const shop = await shopOf(t);
  const order = newId<SubjectId>();

  const code = await shop.work((ctx) => vault.linkCode(ctx, 'order', order));

  assert.equal(await shop.work((ctx) => vault.readLinkCode(ctx, 'order', code)), order);
  assert.equal(await shop.work((ctx) => vault.readLinkCode(ctx, 'invitation', code)), undefined);
  assert.equal(
    await shop.work((ctx) => vault.readLinkCode(ctx, 'order', `${code.slice(0, -4)}AAAA`)),
    undefined,
  );
});

async function onKeys(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
}
