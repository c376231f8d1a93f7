import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { packFolder, unpackFolder } from './folder-pack.ts';

async function twoFolders(t: TestContext): Promise<{ from: string; to: string }> {
  const root = await mkdtemp(join(tmpdir(), 'kontor-pack-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  const [from, to] = [join(root, 'from'), join(root, 'to')];
  await mkdir(join(from, 'shop'), { recursive: true });
  await mkdir(to);
  await writeFile(join(from, 'shop', 'large'), Buffer.alloc(300_000, 'content '));
  await writeFile(join(from, 'shop', 'small'), '');
  return { from, to };
}

const pack = (from: string) => packFolder(from, { rows: 0, sum: 0n });

test('the files of a folder come out of a pack as they went in, empty ones too', async (t) => {
  const { from, to } = await twoFolders(t);

  const count = await unpackFolder(pack(from), to);

  assert.equal(count, 2);
  assert.ok((await readFile(join(to, 'shop', 'large'))).equals(await readFile(join(from, 'shop', 'large'))));
  assert.equal((await readFile(join(to, 'shop', 'small'))).length, 0);
});

test('a file that cannot be written ends the unpacking with the reason instead of the process, and leaves no half file', async (t) => {
  const { from, to } = await twoFolders(t);
  await mkdir(join(to, 'shop', 'large.part'), { recursive: true });

  await assert.rejects(unpackFolder(pack(from), to), { code: 'EISDIR' });

  assert.deepEqual(await readdir(join(to, 'shop')), []);
});
