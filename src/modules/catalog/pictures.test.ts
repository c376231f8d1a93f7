import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { aHouse } from '#testing/house.ts';
import { addPicture } from './add-picture.ts';
import { arrangePictures, removePicture } from './arrange-pictures.ts';
import { getProduct } from './get-product.ts';
import { aProduct } from './makers.ts';
import { pictureKey, storePicture } from './store-picture.ts';
import type { MediaId, ProductId } from './tables.ts';

const code = (expected: string) => (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === expected;
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } });

test('a photo is kept in three sizes without the camera’s data', async (t) => {
  const shop = await aHouse(t);
  const photo = await plain(2000, 1500)
    .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .jpeg()
    .toBuffer();

  const stored = await storePicture(shop.house, shop.tenant.id, photo);

  assert.deepEqual([stored.width, stored.height], [1280, 960]);
  for (const [size, width] of [
    ['small', 320],
    ['medium', 640],
    ['large', 1280],
    ['original', 2000],
  ] as const) {
    const file = await shop.house.files.get(pictureKey(shop.tenant.id, stored.id, size));
    const { format, width: found, exif } = await sharp(file).metadata();
    assert.deepEqual([format, found, exif], ['webp', width, undefined]);
    assert.equal(file.includes('Somebody'), false);
  }
});

test('a drawing is drawn, never sent as a program, and reaches no other file', async (t) => {
  const shop = await aHouse(t);
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="500"><script>alert(1)</script><image xlink:href="file:///etc/passwd"/><rect width="400" height="500" fill="red"/></svg>';

  const stored = await storePicture(shop.house, shop.tenant.id, Buffer.from(svg));

  const large = await shop.house.files.get(pictureKey(shop.tenant.id, stored.id, 'large'));
  assert.equal((await sharp(large).metadata()).format, 'webp');
  assert.deepEqual([stored.width, stored.height], [1280, 1600]);
});

test('what is no picture, or too large a one, is refused whatever its name says', async (t) => {
  const shop = await aHouse(t);
  const store = (bytes: Uint8Array) => storePicture(shop.house, shop.tenant.id, bytes);
  const half = (await plain(800, 800).png().toBuffer()).subarray(0, 200);

  await assert.rejects(store(Buffer.from('<html>hello</html>')), code('catalog.notAPicture'));
  await assert.rejects(store(Buffer.from('%PDF-1.4')), code('catalog.notAPicture'));
  await assert.rejects(store(half), code('catalog.notAPicture'));
  await assert.rejects(store(Buffer.alloc(0)), code('catalog.notAPicture'));
  await assert.rejects(store(Buffer.alloc(21 * 1024 * 1024)), code('catalog.pictureTooLarge'));
  const endless =
    '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect width="1" height="1"/></svg>';
  await assert.rejects(
    store(Buffer.from(endless)),
    (error: unknown) => code('catalog.pictureTooLarge')(error) || code('catalog.notAPicture')(error),
  );
});

test('pictures stand in the order they are put in, and one that is taken off is gone from its variant too', async (t) => {
  const shop = await aHouse(t);
  const bytes = await plain(100, 125).png().toBuffer();
  const [a, b] = [
    await storePicture(shop.house, shop.tenant.id, bytes),
    await storePicture(shop.house, shop.tenant.id, bytes),
  ];
  const mug = await shop.work((ctx) =>
    aProduct(ctx, {
      title: 'Mug',
      pictures: [{ stored: a, alt: 'A' }],
      variants: [{ options: [], picture: 0 }],
    }),
  );
  const id = mug.productId as ProductId;

  await shop.work((ctx) => addPicture(ctx, id, b, 'B'));
  await shop.work((ctx) => arrangePictures(ctx, id, [{ id: b.id, alt: 'Better' }]));

  const page = await shop.work((ctx) => getProduct(ctx, 'mug'));
  assert.deepEqual(
    page.pictures.map(({ alt }) => alt),
    ['Better', 'A'],
  );
  assert.equal(page.variants[0]?.pictureId, a.id);
  await shop.work((ctx) => removePicture(ctx, id, a.id));
  const after = await shop.work((ctx) => getProduct(ctx, 'mug'));
  assert.deepEqual([after.pictures.length, after.variants[0]?.pictureId], [1, null]);
  await assert.rejects(
    shop.work((ctx) => removePicture(ctx, id, a.id as MediaId)),
    code('catalog.pictureGone'),
  );
});
