import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { test } from 'node:test';
import { fc } from '#testing/generated.ts';
import { opening, sealing } from './sealed-stream.ts';

test('what is sealed opens as it was, whatever its length and however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 90_000 }), { maxLength: 6 }),
      async (chunks) => {
        const key = Buffer.alloc(32, 3);
        const sealed = new PassThrough();
        const [, bytes] = await Promise.all([
          pipeline(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), sealing(key, 'a file'), sealed),
          buffer(sealed),
        ]);

        const opened = new PassThrough();
        const [, plain] = await Promise.all([
          pipeline(Readable.from(pieces(bytes, 7_001)), opening(key, 'a file'), opened),
          buffer(opened),
        ]);

        assert.ok(plain.equals(Buffer.concat(chunks)));
      },
    ),
    { numRuns: 40 },
  );
});

function* pieces(bytes: Buffer, length: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

test('what was changed by one bit, cut off, extended, or put under another name does not open', async () => {
  const key = Buffer.alloc(32, 3);
  const plain = Buffer.alloc(200_000, 'content ');
  const sealed = new PassThrough();
  const [, bytes] = await Promise.all([
    pipeline(Readable.from([plain]), sealing(key, 'a'), sealed),
    buffer(sealed),
  ]);
  const open = async (changed: Buffer, name = 'a', with_ = key): Promise<Buffer> => {
    const opened = new PassThrough();
    const [, result] = await Promise.all([
      pipeline(Readable.from(pieces(changed, 10_000)), opening(with_, name), opened),
      buffer(opened),
    ]);
    return result;
  };

  assert.ok((await open(bytes)).equals(plain));
  await assert.rejects(open(bytes, 'b'), /was changed or cut off/);
  await assert.rejects(open(bytes, 'a', Buffer.alloc(32, 4)), /was changed or cut off/);
  await assert.rejects(open(Buffer.concat([bytes, Buffer.from('x')])), /was changed or cut off/);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: bytes.length - 1 }),
      fc.integer({ min: 0, max: 7 }),
      async (at, bit) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        await assert.rejects(open(changed), /was changed or cut off/);
        await assert.rejects(open(bytes.subarray(0, at)), /was changed or cut off/);
      },
    ),
    { numRuns: 40 },
  );
});
