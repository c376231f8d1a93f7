import assert from 'node:assert/strict';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { newId } from '#kernel/ids.ts';
import { readCatalogue } from '#modules/catalog/index.ts';
import { scanFolder } from '#modules/privacy/index.ts';
import { aHouse } from '#testing/house.ts';
import { jobs } from './jobs.ts';
import { readReport } from './list-imports.ts';
import { updateRun } from './queries.ts';
import { getImport, requestImport } from './request-import.ts';
import type { ImportId } from './tables.ts';
import { keepUpload, openUpload, repeatUpload } from './upload.ts';

const customers =
  'First Name,Last Name,Email\nWilhelmina,Quastenflosser,wilhelmina.quastenflosser@example.org\n';
const goods =
  'Handle,Title,Published,Variant SKU,Variant Inventory Qty,Variant Price\nmug,Earthenware mug,true,M-1,3,5.00\n';
const markers = ['wilhelmina.quastenflosser', 'Earthenware mug'];

async function aDesk(t: TestContext) {
  const shop = await aHouse(t);
  const folder = join(shop.dataDir, 'files', shop.tenant.id, 'import');
  return {
    shop,
    folder,
    upload: async (text: string, dryRun = false): Promise<ImportId> => {
      const id = newId<ImportId>();
      await keepUpload(shop.house, shop.tenant, id, Readable.from([Buffer.from(text)]));
      await shop.work((ctx) => requestImport(ctx, { id, fileName: 'list.csv', dryRun }));
      return id;
    },
    work: async (name: string): Promise<void> =>
      jobs.find((job) => job.name === name)?.run(shop.house, shop.tenant),
    files: () => readdir(folder),
    stateOf: async (id: ImportId) => (await shop.work((ctx) => getImport(ctx, id))).state,
    titles: () => shop.work(async (ctx) => (await readCatalogue(ctx, {})).map(({ title }) => title)),
  };
}

test('a file that waits to be imported, even a list of customers by mistake, is nowhere to be read, and is imported as it was', async (t) => {
  const { shop, upload, work, files, stateOf, titles } = await aDesk(t);

  const mistaken = await upload(customers);
  const meant = await upload(goods);
  const waiting = await scanFolder(shop.dataDir, markers);
  await work('exchange.import-files');
  await work('exchange.import-files');

  assert.deepEqual(waiting, []);
  assert.deepEqual([await stateOf(mistaken), await stateOf(meant)], ['failed', 'done']);
  assert.deepEqual(await titles(), ['Earthenware mug']);
  assert.deepEqual(await files(), []);
});

test('a file opens under its own import and its own shop only', async (t) => {
  const { shop, upload } = await aDesk(t);
  const id = await upload(goods, true);
  const again = newId<ImportId>();
  const stolen = newId<ImportId>();
  const other = await shop.otherTenant();
  const sealed = await shop.house.files.get(`${shop.tenant.id}/import/${id}`);
  await shop.house.files.put(`${shop.tenant.id}/import/${stolen}`, sealed);
  await shop.house.files.put(`${other.id}/import/${id}`, sealed);
  const read = async (tenant: typeof other, which: ImportId): Promise<string> =>
    (await buffer((await openUpload(shop.house, tenant, which)) ?? assert.fail('no file'))).toString();

  const repeated = await repeatUpload(shop.house, shop.tenant, id, again);

  assert.equal(repeated, true);
  assert.equal(await read(shop.tenant, id), goods);
  assert.equal(await read(shop.tenant, again), goods);
  await assert.rejects(read(shop.tenant, stolen), /was changed or cut off/);
  await assert.rejects(read(other, id), /was changed or cut off/);
  assert.equal(await repeatUpload(shop.house, shop.tenant, stolen, newId<ImportId>()), false);
});

test('a file that was changed on disk is not imported, says so in the report, and is removed', async (t) => {
  const { shop, folder, upload, work, files, stateOf, titles } = await aDesk(t);
  const id = await upload(goods);
  const sealed = await shop.house.files.get(`${shop.tenant.id}/import/${id}`);
  await writeFile(join(folder, id), sealed.subarray(0, -1));

  await work('exchange.import-files');

  const report = await shop.work((ctx) => readReport(ctx, id, {}));
  assert.equal(await stateOf(id), 'failed');
  assert.deepEqual(
    report.items.map(({ code }) => code),
    ['file.gone'],
  );
  assert.deepEqual(await titles(), []);
  assert.deepEqual(await files(), []);
});

test('files that a killed process left behind are removed within the hour, and those that are still needed stay', async (t) => {
  const { shop, folder, upload, work, files } = await aDesk(t);
  const ended = await upload(goods);
  const tried = await upload(goods, true);
  const waiting = await upload(goods);
  const fresh = newId<ImportId>();
  // Killed after the import and before its file went, in an upload, and between an upload and its import.
  await shop.work((ctx) => updateRun(ctx, ended, { state: 'done' }));
  await shop.work((ctx) => updateRun(ctx, tried, { state: 'done' }));
  await writeFile(join(folder, '.half.part'), 'half');
  await writeFile(join(folder, newId<ImportId>()), 'whole');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  for (const file of await files()) await utimes(join(folder, file), longAgo, longAgo);
  await keepUpload(shop.house, shop.tenant, fresh, Readable.from([Buffer.from(goods)]));

  await work('exchange.forget-imports');

  assert.deepEqual((await files()).toSorted(), [tried, waiting, fresh].toSorted());
});
