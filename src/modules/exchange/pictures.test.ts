import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import sharp from 'sharp';
import { newId } from '#kernel/ids.ts';
import { readCatalogue } from '#modules/catalog/index.ts';
import { listDisclosures } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { refusedWith } from '#testing/refused-with.ts';
import { aCompany } from '#tests/fakes/a-company.ts';
import type { Company } from '#tests/fakes/a-company.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { importProducts } from './import-products.ts';
import { readReport } from './list-imports.ts';
import { agreeOnPictures, pictureAddress, picturesOfImport } from './pictures.ts';
import { bytesOf } from './makers.ts';
import type { ImportId } from './tables.ts';

interface Scene {
  readonly shop: TestHouse;
  readonly company: Company;
  readonly id: ImportId;
  readonly agree: () => Promise<void>;
  readonly states: () => Promise<string[]>;
  readonly notes: () => Promise<string[]>;
}

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

async function aScene(t: TestContext, paths: readonly string[]): Promise<Scene> {
  const shop = await aHouse(t);
  const company = await aCompany(t);
  company.answerWith({ type: 'image/png', body: await aPicture() });
  shop.at(new Date('2026-06-01T10:00:00Z'));
  const file = [
    'Handle,Title,Body (HTML),Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src',
    ...paths.map(
      (path, index) =>
        `lamp-${index},Lamp ${index},,Kiln,true,Title,Default Title,L-${index},0,shopify,4,19.90,${path.startsWith('http') ? path : company.host + path}`,
    ),
  ].join('\n');
  const done = await importProducts(shop.house, shop.tenant, {
    stream: bytesOf(once(file)),
    fileName: 'lamps.csv',
  });
  const id = done.id as ImportId;
  return {
    shop,
    company,
    id,
    // The operator, because the fake company lives in our own network.
    agree: () =>
      shop.work(
        async (ctx) =>
          agreeOnPictures(
            ctx,
            id,
            (await picturesOfImport(ctx, id)).map(({ host }) => host),
          ),
        { actor: { kind: 'operator', id: 'test' } },
      ),
    states: () =>
      shop.work(async (ctx) =>
        (await readCatalogue(ctx, { limit: 100 })).flatMap(({ pictures }) =>
          pictures.map(({ state }) => state),
        ),
      ),
    notes: async () =>
      (await shop.work((ctx) => readReport(ctx, id, { limit: 100 }))).items.map(
        ({ line, says }) => `${line} ${says}`,
      ),
  };
}

const aPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
    .png()
    .toBuffer();
const minutes = (count: number): Date => new Date(Date.parse('2026-06-01T10:00:00Z') + count * 60_000);

test('pictures of an imported file are fetched once staff agreed to their host, and not a byte before', async (t) => {
  const { shop, company, id, agree, states } = await aScene(t, ['/a.png?v=1', '/b.png']);

  await fetchPictures(shop.house, shop.tenant);
  assert.equal(company.bytes().length, 0);
  assert.deepEqual(await states(), ['pending', 'pending']);
  await agree();
  await fetchPictures(shop.house, shop.tenant);
  await fetchPictures(shop.house, shop.tenant);

  assert.deepEqual(await states(), ['ready', 'ready']);
  assert.deepEqual(company.heard.map(({ method, path, body }) => `${method} ${path} ${body}`).toSorted(), [
    'GET /a.png?v=1 ',
    'GET /b.png ',
  ]);
  assert.deepEqual(await shop.work((ctx) => picturesOfImport(ctx, id)), [
    { host: company.host, waiting: 0, done: 2, failed: 0, agreed: true },
  ]);
  const lines = (await shop.work((ctx) => listDisclosures(ctx, { limit: 10 }))).items;
  assert.deepEqual(
    lines.map(({ processor, fieldNames, outcome }) => [processor, fieldNames, outcome]),
    [
      ['pictures', [], 'sent'],
      ['pictures', [], 'sent'],
    ],
  );
});

test('a picture that is gone, is none or is too large is told in the report with its line, and the product stands without it', async (t) => {
  const { shop, company, agree, states, notes } = await aScene(t, ['/a.png']);
  await agree();
  company.answerWith({ status: 404, body: 'gone' });

  await fetchPictures(shop.house, shop.tenant);
  await fetchPictures(shop.house, shop.tenant);

  assert.deepEqual(await states(), ['pending']);
  assert.equal(company.heard.length, 1);
  assert.match(
    (await notes()).join('\n'),
    /^2 The picture .*a\.png could not be fetched: its host answers 404/,
  );
});

test('what says that it is a picture and is none never gets into the shop', async (t) => {
  const { shop, company, agree, states, notes } = await aScene(t, ['/a.png']);
  await agree();
  company.answerWith({ type: 'image/png', body: '<script>alert(1)</script>' });

  await fetchPictures(shop.house, shop.tenant);

  assert.deepEqual(await states(), ['pending']);
  assert.match((await notes()).join('\n'), /what is there is no picture/);
});

test('a host that is busy is asked again later, five times at most', async (t) => {
  const { shop, company, agree, states, notes } = await aScene(t, ['/a.png']);
  await agree();
  company.be('busy');

  await fetchPictures(shop.house, shop.tenant);
  await fetchPictures(shop.house, shop.tenant);
  assert.equal(company.heard.length, 1);
  for (const after of [2, 15, 90, 600, 2000]) {
    shop.at(minutes(after));
    await fetchPictures(shop.house, shop.tenant);
  }

  assert.equal(company.heard.length, 5);
  assert.deepEqual(await states(), ['pending']);
  assert.match((await notes()).join('\n'), /its host answers 503/);
});

test('a redirect to a host that nobody agreed to is not followed', async (t) => {
  const elsewhere = await aCompany(t);
  const { shop, company, agree, states } = await aScene(t, ['/a.png']);
  await agree();
  company.answerWith({ status: 302, headers: { location: elsewhere.url } });

  await fetchPictures(shop.house, shop.tenant);

  assert.deepEqual(await states(), ['pending']);
  assert.equal(elsewhere.bytes().length, 0);
});

test('staff can agree only to hosts of the import, and never let us look into our own network', async (t) => {
  const { shop, company, id, notes } = await aScene(t, ['/a.png']);
  const asStaff = { actor: { kind: 'staff', id: newId<never>() } } as const;

  await assert.rejects(
    shop.work((ctx) => agreeOnPictures(ctx, id, ['elsewhere.example']), asStaff),
    refusedWith('exchange.hostNotInImport'),
  );
  await shop.work((ctx) => agreeOnPictures(ctx, id, [company.host]), asStaff);
  await fetchPictures(shop.house, shop.tenant);

  assert.equal(company.bytes().length, 0);
  assert.match((await notes()).join('\n'), /leads into a private network/);
});

test('a picture in plain HTTP is asked for over HTTPS, and what is no address is none', () => {
  assert.deepEqual(pictureAddress('http://cdn.example/a.png'), {
    host: 'cdn.example',
    url: 'https://cdn.example/a.png',
  });
  assert.equal(pictureAddress('ftp://cdn.example/a.png'), undefined);
  assert.equal(pictureAddress('a.png'), undefined);
});
