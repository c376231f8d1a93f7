import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { dropCaches } from '#kernel/cache.ts';
import { exchangeModule } from '#modules/exchange/index.ts';
import { aColleague, goodPassword } from '#modules/identity/index.ts';
import { aServer } from '#testing/server.ts';
import type { TestServer } from '#testing/server.ts';

type Answer = Awaited<ReturnType<TestServer['inject']>>;
type Json = Record<string, never>;

/** Someone at the desk: asks with a session and gives JSON. */
async function atTheDesk(shop: TestServer, role = 'owner') {
  const email = `${role}@example.org`;
  await shop.work((ctx) => aColleague(ctx, { email, role }));
  const signedIn = await shop.inject({
    method: 'POST',
    url: '/api/admin/sign-in',
    payload: { email, password: goodPassword },
  });
  assert.equal(signedIn.statusCode, 200, signedIn.body);
  const cookie = String([signedIn.headers['set-cookie']].flat()[0]).split(';')[0] ?? '';
  return (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object | Buffer,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    shop.inject({ method, url, ...(payload && { payload }), headers: { cookie, ...headers } });
}

function upload(
  name: string,
  content: Buffer,
  fields: Record<string, string> = {},
): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'xxFormxx';
  const texts = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([
      Buffer.from(texts.join('') + head),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

const get = async (shop: TestServer, url: string): Promise<Answer> => {
  dropCaches();
  return shop.inject({ method: 'GET', url });
};

test('a product is entered at the desk, gets variants and a picture, goes on sale and is found by buyers', async (t) => {
  const shop = await aServer(t);
  const desk = await atTheDesk(shop);

  const made = await desk('POST', '/api/admin/products', {
    title: 'Clay mug',
    tags: ['gift'],
    attributes: { material: 'Clay' },
    collections: ['Kitchen'],
  });
  const { id } = made.json<{ id: string }>();
  const unsure = await desk('PATCH', `/api/admin/products/${id}`, { status: 'active' });
  const late = await desk('PATCH', `/api/admin/products/${id}`, { status: 'active' }, { 'if-match': '"7"' });
  const changed = await desk(
    'PATCH',
    `/api/admin/products/${id}`,
    { status: 'active', descriptionHtml: '<p>Good<script>x</script></p>' },
    { 'if-match': '"1"' },
  );
  const variants = await desk(
    'PUT',
    `/api/admin/products/${id}/variants`,
    { options: [{ name: 'Size', values: ['S', 'L'] }] },
    { 'if-match': String(changed.headers['etag']) },
  );
  const svg = upload(
    'mug.jpg',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"><rect width="40" height="50"/></svg>',
    ),
    { alt: 'A mug' },
  );
  const picture = await desk('POST', `/api/admin/products/${id}/pictures`, svg.payload, svg.headers);
  const noPicture = upload('mug.jpg', Buffer.from('hello'));
  const refused = await desk(
    'POST',
    `/api/admin/products/${id}/pictures`,
    noPicture.payload,
    noPicture.headers,
  );

  assert.deepEqual(
    [made.statusCode, unsure.statusCode, late.statusCode, changed.statusCode, variants.statusCode],
    [201, 428, 412, 200, 200],
    variants.body,
  );
  assert.equal(unsure.json<{ code: string }>().code, 'catalog.versionMissing');
  assert.equal(picture.statusCode, 201, picture.body);
  assert.equal(refused.json<{ code: string }>().code, 'catalog.notAPicture');
  const list = (await get(shop, '/api/store/products?q=clay&facet.material=Clay&collection=kitchen')).json<{
    count: number;
    items: { picture: { alt: string; urls: { small: string } } }[];
  }>();
  assert.equal(list.count, 1);
  assert.equal(list.items[0]?.picture.alt, 'A mug');
  const file = await get(shop, list.items[0]?.picture.urls.small ?? '');
  assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await sharp(file.rawPayload).metadata()).format, 'webp');
  const page = (await get(shop, '/api/store/products/clay-mug')).json<{
    descriptionHtml: string;
    variants: unknown[];
  }>();
  assert.deepEqual([page.descriptionHtml, page.variants.length], ['<p>Good</p>', 2]);
  assert.deepEqual(
    (await get(shop, '/api/store/suggest?q=cla'))
      .json<{ items: { title: string }[] }>()
      .items.map(({ title }) => title),
    ['Clay mug'],
  );
  assert.equal((await get(shop, '/api/store/collections')).json<{ items: unknown[] }>().items.length, 1);
  assert.equal(
    (await desk('POST', '/api/admin/products/status', { ids: [id], status: 'archived' })).json<{
      changed: string[];
    }>().changed.length,
    1,
  );
  assert.equal((await get(shop, '/api/store/products/clay-mug')).statusCode, 404);
  assert.equal((await get(shop, '/media/01999999-0000-7000-8000-000000000001/small.webp')).statusCode, 404);
  assert.equal((await get(shop, '/api/store/products?unknown=1')).statusCode, 400);
});

test('a catalogue file is tried, imported in the background, reported on and written out again', async (t) => {
  const shop = await aServer(t);
  const desk = await atTheDesk(shop);
  const work = async (): Promise<void> => exchangeModule.jobs?.[0]?.run(shop.house, shop.tenant);
  const csv =
    'Handle,Title,Published,Variant SKU,Variant Inventory Qty,Variant Price\nmug,"=Mug",true,M-1,3,5.00\nbowl,,true,B-1,3,5.00\n';
  const file = upload('products.csv', Buffer.from(csv));

  const tried = (await desk('POST', '/api/admin/imports?dryRun=true', file.payload, file.headers)).json<{
    id: string;
    state: string;
  }>();
  await work();
  const report = (await desk('GET', `/api/admin/imports/${tried.id}/report`)).json<{
    items: { line: number; code: string; severity: string }[];
  }>();
  const before = (await desk('GET', '/api/admin/products')).json<{ items: Json[] }>().items.length;
  const applied = (await desk('POST', `/api/admin/imports/${tried.id}/apply`)).json<{ id: string }>();
  await work();

  assert.equal(tried.state, 'waiting');
  assert.equal(before, 0);
  assert.deepEqual(
    report.items.filter(({ severity }) => severity === 'reject').map(({ line, code }) => [line, code]),
    [[3, 'title.missing']],
  );
  const done = (await desk('GET', `/api/admin/imports/${applied.id}`)).json<{
    state: string;
    created: number;
    rejected: number;
  }>();
  assert.deepEqual([done.state, done.created, done.rejected], ['done', 1, 1]);
  assert.match(
    (await desk('GET', `/api/admin/imports/${applied.id}/report.csv`)).body,
    /3,Title,left out,title\.missing,/,
  );
  assert.match((await desk('GET', '/api/admin/exports/products.csv')).body, /'=Mug,mug/);
  assert.match((await desk('GET', '/api/admin/exports/products.csv?format=woocommerce')).body, /simple,M-1/);
  assert.equal((await desk('GET', '/api/admin/imports')).json<{ items: Json[] }>().items.length, 2);
  assert.equal(
    (await desk('GET', '/api/admin/imports/01999999-0000-7000-8000-000000000001')).json<{ code: string }>()
      .code,
    'exchange.importGone',
  );
  assert.equal(
    (await desk('POST', `/api/admin/imports/${applied.id}/apply`)).json<{ code: string }>().code,
    'exchange.notTried',
  );
});

test('an upload without a file, or with one that is too large, is refused and leaves nothing behind', async (t) => {
  const shop = await aServer(t);
  const desk = await atTheDesk(shop);
  const none = {
    payload: Buffer.from('--xxFormxx--\r\n'),
    headers: { 'content-type': 'multipart/form-data; boundary=xxFormxx' },
  };
  const large = upload('products.csv', Buffer.alloc(65 * 1024 * 1024, 'x'));

  const missing = await desk('POST', '/api/admin/imports', none.payload, none.headers);
  const refused = await desk('POST', '/api/admin/imports', large.payload, large.headers);

  assert.equal(missing.json<{ code: string }>().code, 'exchange.fileMissing');
  assert.equal(refused.json<{ code: string }>().code, 'exchange.fileTooLarge');
  assert.equal((await desk('GET', '/api/admin/imports')).json<{ items: Json[] }>().items.length, 0);
});

test('only who may change the catalogue changes it', async (t) => {
  const shop = await aServer(t);

  assert.equal(
    (await shop.inject({ method: 'POST', url: '/api/admin/products', payload: { title: 'X' } })).statusCode,
    401,
  );
  assert.equal(
    (await shop.inject({ method: 'GET', url: '/api/admin/exports/products.csv' })).statusCode,
    401,
  );
});
