import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { aHouse } from '#testing/house.ts';
import { scanDatabase, scanFolder, scanText } from './index.ts';

const marker = 'Zyxomma-Petiolatum';

const hidings: readonly { readonly where: string; readonly sql: string }[] = [
  { where: 'a text column', sql: `insert into hiding.place (words) values ('dear ${marker}')` },
  { where: 'a JSON value', sql: `insert into hiding.place (data) values ('{"a": [{"b": "${marker}"}]}')` },
  { where: 'bytes', sql: `insert into hiding.place (bytes) values (convert_to('x${marker}y', 'utf8'))` },
  {
    where: 'base64 in the middle of something',
    sql: `insert into hiding.place (words) values ('${Buffer.from(`ab${marker}cd`).toString('base64')}')`,
  },
  {
    where: 'an array, in capitals',
    sql: `insert into hiding.place (list) values (array['x', '${marker.toUpperCase()}'])`,
  },
  {
    where: 'a long text that PostgreSQL compresses',
    sql: `insert into hiding.place (words) values (repeat('nothing here ', 20000) || '${marker}')`,
  },
  {
    where: 'the payload of a job',
    sql: `insert into pgboss.job (name, data) values ('reaction', '{"mail": "${marker}"}')`,
  },
];

for (const { where, sql } of hidings) {
  test(`the residue scan finds a person in ${where}`, async (t) => {
    const shop = await aHouse(t);
    const client = new pg.Client({ connectionString: shop.adminUrl });
    await client.connect();
    const db = {
      statement: async <Row>(text: string, values?: readonly unknown[]) =>
        (await client.query(text, values as unknown[])).rows as Row[],
    };
    await client.query(
      'create schema hiding; create table hiding.place (words text, data jsonb, bytes bytea, list text[])',
    );
    const before = await scanDatabase(db, [marker]);

    await client.query(sql);
    const after = await scanDatabase(db, [marker]);
    await client.end();

    assert.deepEqual(before, []);
    assert.equal(after.length > 0, true);
  });
}

test('the residue scan finds a person in any file, across the seam of two blocks too', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-residue-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'deep/er'), { recursive: true });
  await writeFile(join(folder, 'innocent.txt'), 'nobody here');
  await writeFile(
    join(folder, 'deep/er/seam.bin'),
    Buffer.concat([Buffer.alloc((1 << 20) - 5, 46), Buffer.from(marker)]),
  );
  await writeFile(join(folder, 'wide.txt'), Buffer.from(marker, 'utf16le'));

  const found = await scanFolder(folder, [marker]);

  assert.deepEqual(
    found.map((residue) => residue.where).toSorted(),
    [join(folder, 'deep/er/seam.bin'), join(folder, 'wide.txt')].toSorted(),
  );
});

test('the residue scan reads logs and addresses', () => {
  assert.equal(scanText('GET /x?q=Zo%C3%AB%20Smith', 'log', ['Zoë Smith']).length, 1);
  assert.deepEqual(scanText('GET /x', 'log', ['Zoë Smith']), []);
});
