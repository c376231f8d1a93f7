import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { refusedWith } from '#testing/refused-with.ts';
import { readZip } from './zip-of.ts';

const mostBytes = 100_000;

async function aZip(json: string): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  await zip.add('data.json', new TextReader(json));
  return Buffer.from(await zip.close());
}

/** The same file, which says of what is in it that it is small. Source: APPNOTE 6.3.10, 4.3.12: the size stands at 24. */
function belittled(zip: Buffer, says: number): Buffer {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(says, lying.indexOf('PK\u0001\u0002') + 24);
  return lying;
}

test('a small file that unpacks to more than a copy holds is refused, whatever it says of its own size', async () => {
  const bomb = await aZip(JSON.stringify(' '.repeat(50 * mostBytes)));
  const whole = await aZip(JSON.stringify({ is: 'a copy' }));

  assert.ok(bomb.length < mostBytes);
  assert.deepEqual(await readZip(whole, mostBytes), { is: 'a copy' });
  await assert.rejects(readZip(bomb, mostBytes), refusedWith('persons.copyTooLarge'));
  for (const says of [10, mostBytes - 1])
    await assert.rejects(readZip(belittled(bomb, says), mostBytes), refusedWith('persons.badCopy'));
});
