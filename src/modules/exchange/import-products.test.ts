import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { aHouse } from '#testing/house.ts';
import type { TestHouse } from '#testing/house.ts';
import { getProduct, readCatalogue } from '#modules/catalog/index.ts';
import { availability } from '#modules/inventory/index.ts';
import { importProducts } from './import-products.ts';
import type { ImportOptions } from './import-products.ts';
import { jobs } from './jobs.ts';
import { readReport } from './list-imports.ts';
import { insertRun, updateRun } from './queries.ts';
import type { ImportId } from './tables.ts';
import { keepUpload } from './upload.ts';

const shopify =
  'Handle,Title,Body (HTML),Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** Imports a text in pieces of a few bytes, so that letters and line ends are cut where it hurts. */
async function take(shop: TestHouse, file: string | Uint8Array, options: ImportOptions = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const done = await importProducts(
    shop.house,
    shop.tenant,
    { stream: inPieces(bytes, 7), fileName: 'products.csv' },
    options,
  );
  const { items } = await shop.work((ctx) => readReport(ctx, done.id as ImportId, { limit: 100 }));
  return { done, notes: items, codes: items.map(({ line, code }) => `${line} ${code}`) };
}

const titles = (shop: TestHouse) =>
  shop.work(async (ctx) =>
    (await readCatalogue(ctx, { limit: 1000 })).map((entry) => entry.title).toSorted(),
  );

test('a dirty file ends in a report: what is whole comes in, what is not is left out with its line and reason', async (t) => {
  const shop = await aHouse(t);
  const file = [
    shopify,
    'mug,Mug,<p onclick="x()">Hot<script>alert(1)</script></p>,Kiln,true,Title,Default Title,MUG-1,350,shopify,-4,19.90,https://x.example/mug.jpg',
    'no-title,,,,true,Title,Default Title,NT-1,0,shopify,1,5.00,',
    'twin,Twin,,,true,Title,Default Title,MUG-1,0,shopify,1,5.00,javascript:alert(1)',
    'bad-price,Bad price,,,true,Title,Default Title,BP-1,0,shopify,1,"1.234,50",',
    'half,Half,,,true,Size,S,H-S,0,shopify,1,5.00,',
    'half,,,,,,M,H-M,0,shopify,1,gratis,',
    'same,Same,,,true,Size,S,S-1,0,shopify,1,5.00,',
    'same,,,,,,S,S-2,0,shopify,1,5.00,',
    'mug,,,,,,,MUG-2,0,shopify,1,5.00,',
    ',,,,,,,X-1,,,,,',
    'free,Free,,,true,Title,Default Title,F-1,0,shopify,3,,',
  ].join('\r\n');

  const tried = await take(shop, file, { dryRun: true });
  const before = await titles(shop);
  const { done, notes, codes } = await take(shop, file);

  assert.deepEqual(before, []);
  assert.deepEqual(tried.notes, notes);
  assert.deepEqual(await titles(shop), ['Free', 'Mug']);
  assert.deepEqual([done.state, done.created, done.rejected], ['done', 2, 7]);
  assert.deepEqual(
    codes.toSorted(),
    [
      '10 handle.again',
      '11 handle.missing',
      '12 price.missing',
      '2 html.removed',
      '2 stock.negative',
      '3 title.missing',
      '4 picture.address',
      '4 sku.taken',
      '5 price',
      '7 price',
      '9 product.options',
      '7 price.missing',
      '5 price.missing',
    ].toSorted(),
  );
  assert.match(
    notes.find((note) => note.code === 'sku.taken')?.says ?? '',
    /"MUG-1" is already used in line 2/,
  );
  const mug = await shop.work((ctx) => getProduct(ctx, 'mug'));
  assert.equal(mug.descriptionHtml, '<p>Hot</p>');
  assert.equal(mug.variants[0]?.available, false);
});

test('a file in Windows-1252, in UTF-16 or with a byte-order mark keeps its letters', async (t) => {
  const shop = await aHouse(t);
  const file = (handle: string) =>
    `${shopify}\n${handle},Größe „${handle}“ – 10 €,,,true,Title,Default Title,${handle},0,shopify,1,5.00,\n`;

  const older = await take(shop, iconv.encode(file('older'), 'windows-1252'));
  const wide = await take(shop, iconv.encode(file('wide'), 'utf-16le', { addBOM: true }));
  const marked = await take(shop, Buffer.from(`\uFEFF${file('marked')}`));
  const zero = await take(shop, `${file('zero').replace('Größe', 'Gr\u0000öße')}`);

  assert.deepEqual(
    await titles(shop),
    ['marked', 'older', 'wide', 'zero'].map((name) => `Größe „${name}“ – 10 €`),
  );
  assert.deepEqual(
    [older, wide, marked].map(({ done }) => done.encoding),
    ['windows-1252', 'utf-16', 'utf-8 with byte-order mark'],
  );
  assert.deepEqual(older.codes, ['1 encoding']);
  assert.deepEqual(zero.codes, ['1 zero']);
});

test('a file that is no catalogue, is empty, or never closes a quotation mark changes nothing and says so', async (t) => {
  const shop = await aHouse(t);

  const other = await take(shop, 'name;street\nA;B\n');
  const empty = await take(shop, '');
  const bare = await take(shop, `${shopify}\n`);
  const open = await take(
    shop,
    `${shopify}\nmug,Mug,,,true,Title,Default Title,MUG-1,0,shopify,1,5.00,\nbowl,"Bowl,,,\n${'x,y\n'.repeat(10)}`,
  );
  const binary = await take(
    shop,
    Buffer.from(Array.from({ length: 5000 }, (_byte, index) => (index * 7919) % 256)),
  );

  assert.deepEqual(
    [other, empty, bare, open, binary].map(({ done }) => done.state),
    ['failed', 'failed', 'failed', 'failed', 'failed'],
  );
  assert.deepEqual(
    [other, empty, bare, open].map(({ codes }) => codes.at(-1)),
    ['1 format.unknown', '1 file.empty', '1 file.empty', '3 file.broken'],
  );
  assert.deepEqual(await titles(shop), []);
});

test('variations find their product when they stand before it, far behind it, or under a translated heading', async (t) => {
  const shop = await aHouse(t);
  const rows = [
    'ID;Typ;Artikelnummer;Name;Veröffentlicht;Lagerbestand;Regulärer Preis;Übergeordnetes Produkt;Attribut 1 Name;Attribut 1 Wert(e);Gewicht (kg)',
    '11;variation;CUP-R;Tasse - Rot;1;4;12,50;CUP;Farbe;Rot;',
    ...Array.from({ length: 150 }, (_row, n) => `${100 + n};simple;S-${n};Ding ${n};1;1;1,00;;;;`),
    '10;variable;CUP;Tasse;1;;;;Farbe;Blau, Rot;0,3',
    '12;variation;CUP-B;Tasse - Blau;1;2;13;id:10;Farbe;Blau;',
    '13;variation;LOST;Verloren;1;2;13;id:99;Farbe;Blau;',
  ];

  const { done, notes } = await take(shop, rows.join('\n'));

  const cup = await shop.work((ctx) => getProduct(ctx, 'tasse'));
  assert.deepEqual([done.format, done.created, done.rejected], ['woocommerce', 151, 1]);
  assert.deepEqual(
    cup.variants.map(({ sku, options, price, weightGrams }) => [
      sku,
      options[0],
      price?.amountMinor,
      weightGrams,
    ]),
    [
      ['CUP-R', 'Rot', 1250, 300],
      ['CUP-B', 'Blau', 1300, 300],
    ],
  );
  assert.deepEqual(cup.options, [{ name: 'Farbe', values: ['Blau', 'Rot'] }]);
  assert.deepEqual(
    notes.filter((note) => note.severity === 'reject').map(({ line, code }) => [line, code]),
    [[155, 'parent.missing']],
  );
});

test('an import that dies in the middle goes on where it was: every product once, nothing twice', async (t) => {
  const shop = await aHouse(t);
  const rows = Array.from(
    { length: 120 },
    (_row, n) => `p-${n},Product ${n},,,true,Title,Default Title,SKU-${n},0,shopify,${n},5.00,`,
  );
  const bytes = Buffer.from([shopify, ...rows].join('\n'));
  let id = '';
  const dies = importProducts(
    shop.house,
    shop.tenant,
    { stream: inPieces(bytes, 4096), fileName: 'p.csv' },
    {
      onProgress: (progress) => {
        id = progress.id;
        if (progress.productsDone >= 50) throw new Error('the power is gone');
      },
    },
  );
  await assert.rejects(dies, /the power is gone/);
  const half = (await titles(shop)).length;

  const done = await importProducts(
    shop.house,
    shop.tenant,
    { stream: inPieces(new Uint8Array(), 1), fileName: 'p.csv' },
    { resumeFrom: id },
  );

  assert.equal(half, 50);
  assert.deepEqual([done.state, done.productsDone, done.created, done.changed], ['done', 120, 120, 0]);
  assert.equal((await titles(shop)).length, 120);
  const stock = await shop.work(async (ctx) => {
    const entries = await readCatalogue(ctx, { limit: 200 });
    const free = await availability(
      ctx,
      entries.map((entry) => entry.variants[0]!.offerId),
    );
    return [...free.values()].reduce((sum, n) => sum + n, 0);
  });
  assert.equal(stock, (119 * 120) / 2);
});

test('an upload whose worker was killed while reading is read again by the next worker', async (t) => {
  const shop = await aHouse(t);
  const [importFiles] = jobs;
  const dead = await take(shop, `${shopify}\n`, { dryRun: true });
  await shop.work(async (ctx) => {
    await insertRun(ctx, {
      id: '01999999-0000-7000-8000-000000000001' as ImportId,
      fileName: 'x.csv',
      dryRun: false,
    });
    await updateRun(ctx, '01999999-0000-7000-8000-000000000001' as ImportId, { state: 'reading' });
  });
  await keepUpload(
    shop.house,
    shop.tenant,
    '01999999-0000-7000-8000-000000000001' as ImportId,
    Readable.from([Buffer.from(`${shopify}\nmug,Mug,,,true,Title,Default Title,MUG-1,0,shopify,1,5.00,\n`)]),
  );

  await importFiles?.run(shop.house, shop.tenant);
  const tooEarly = await titles(shop);
  shop.at(new Date(Date.now() + 10 * 60_000));
  await importFiles?.run(shop.house, shop.tenant);

  assert.equal(dead.done.state, 'failed');
  assert.deepEqual(tooEarly, []);
  assert.deepEqual(await titles(shop), ['Mug']);
});

test('importing the same file again changes the products and makes none twice', async (t) => {
  const shop = await aHouse(t);
  const woo = (price: string) =>
    `ID,Type,SKU,Name,Published,Stock,Regular price,Sale price\n1,simple,A-1,Hoodie,1,3,${price},\n2,simple,A-2,Hoodie,1,3,30,20\n3,grouped,G,Set,1,,,\n`;

  const first = await take(shop, woo('45'));
  const second = await take(shop, woo('40'));

  const products = await shop.work((ctx) => readCatalogue(ctx, {}));
  assert.deepEqual(
    [first.done.created, second.done.created, second.done.changed, second.done.rejected],
    [2, 0, 2, 1],
  );
  assert.deepEqual(
    products.map(({ slug, variants }) => [
      slug,
      variants[0]?.sku,
      variants[0]?.amountMinor,
      variants[0]?.compareAtMinor,
    ]),
    [
      ['hoodie', 'A-1', 4000, null],
      ['hoodie-2', 'A-2', 2000, 3000],
    ],
  );
});

test('a worker that was thought dead and comes back does not write what another has written since', async (t) => {
  const shop = await aHouse(t);
  const rows = Array.from(
    { length: 60 },
    (_row, n) => `p-${n},Product ${n},,,true,Title,Default Title,SKU-${n},0,shopify,1,5.00,`,
  );
  const bytes = Buffer.from([shopify, ...rows].join('\n'));
  let other: Promise<unknown> | undefined;

  const slow = importProducts(
    shop.house,
    shop.tenant,
    { stream: inPieces(bytes, 4096), fileName: 'p.csv' },
    {
      onProgress: ({ id, productsDone }) => {
        if (productsDone === 25)
          other ??= importProducts(
            shop.house,
            shop.tenant,
            { stream: inPieces(bytes, 4096), fileName: 'p.csv' },
            { resumeFrom: id },
          );
      },
    },
  );
  const ended = await Promise.allSettled([
    slow,
    slow.then(
      () => other,
      () => other,
    ),
  ]);

  const refusals = ended.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code?: string }).code] : [],
  );
  assert.ok(
    refusals.every((code) => code === 'exchange.takenOver'),
    String(refusals),
  );
  assert.equal((await titles(shop)).length, 60);
  await assert.rejects(
    importProducts(
      shop.house,
      shop.tenant,
      { stream: inPieces(bytes, 4096), fileName: 'p.csv' },
      { resumeFrom: '01999999-0000-7000-8000-000000000009' },
    ),
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'exchange.importGone',
  );
});
