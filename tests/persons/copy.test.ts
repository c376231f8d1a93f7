import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { personCopySchema, zipOf } from '#modules/persons/index.ts';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { aShop, anAccountHolder, lettersAreSent, marksOf } from './a-person.ts';

const filesIn = async (zip: Uint8Array): Promise<Map<string, string>> => {
  const reader = new ZipReader(new Uint8ArrayReader(zip));
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  await reader.close();
  return files;
};

test('a copy holds everything that somebody typed, in their account and as a guest, and nothing of anybody else', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const [mira, otto] = [marksOf('Mira'), marksOf('Otto')];
  await anAccountHolder(shop, mira);
  await buy(mira);
  await buy(otto);
  await buy(mira);
  await lettersAreSent(shop, 3);

  const made = await copy(await find(mira.email));
  const text = JSON.stringify(made);

  for (const [what, mark] of Object.entries(mira)) assert.ok(text.includes(mark), `${what} is in the copy`);
  for (const [what, mark] of Object.entries(otto))
    assert.ok(!text.includes(mark), `${what} of another is not`);
  const rowsOf = (table: string) => made.sections.find((one) => one.table === table)?.rows.length;
  assert.equal(rowsOf('orders.order'), 2);
  assert.equal(rowsOf('orders.order_line'), 2);
  assert.equal(rowsOf('notifications.mail'), 2);
  assert.equal(rowsOf('identity.address'), 1);
  assert.equal(rowsOf('identity.session'), 1);
  assert.ok(made.withheld.some(({ table, part }) => table === 'identity.credential' && part === 'secret'));
  assert.ok(!text.includes('passwordHash'));
});

test('a copy is a file with a page to read, tables, and JSON that its published schema describes', async (t) => {
  const { shop, buy, find, copy } = await aShop(t);
  const mira = marksOf('Mira');
  await anAccountHolder(shop, mira);
  await buy(mira);

  const made = await copy(await find(mira.email));
  const english = await filesIn(await zipOf(made, { locale: 'en' }));
  const german = await filesIn(await zipOf(made, { locale: 'de' }));

  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const isValid = ajv.compile(personCopySchema as object);
  assert.ok(isValid(JSON.parse(english.get('data.json') ?? '')), JSON.stringify(isValid.errors));
  assert.deepEqual(
    JSON.parse(english.get('schema.json') ?? ''),
    JSON.parse(JSON.stringify(personCopySchema)),
  );
  assert.match(english.get('index.html') ?? '', /What Test shop keeps about you/);
  assert.match(german.get('index.html') ?? '', /Was Test shop über Sie speichert/);
  for (const page of [english.get('index.html') ?? '', german.get('index.html') ?? '']) {
    assert.ok(page.includes(mira.line2));
    assert.doesNotMatch(page, /<script|https?:\/\/|src=/);
  }
  assert.ok((english.get('tables/orders.party.csv') ?? '').includes(`"${mira.company}"`));
  assert.ok(made.sections.some(({ columns }) => columns.some(({ portable }) => portable)));
  for (const { rows } of made.sections)
    for (const { keep } of rows)
      for (const { ground, cites } of Object.values(keep)) assert.ok(ground === 'none' || cites !== '');
});

test('the schema of a copy is published by every shop, and is the one in the handbook', async (t) => {
  const { shop } = await aShop(t);

  const answer = await shop.inject({ method: 'GET', url: '/privacy/schema/person-copy.json' });

  assert.equal(answer.statusCode, 200);
  assert.match(String(answer.headers['content-type']), /application\/schema\+json/);
  const handbook = await readFile(new URL('../../docs/person-copy.schema.json', import.meta.url), 'utf8');
  assert.deepEqual(JSON.parse(handbook), JSON.parse(answer.body));
});
