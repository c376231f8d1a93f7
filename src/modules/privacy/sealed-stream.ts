import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform } from 'node:stream';
import type { TransformCallback } from 'node:stream';

// A stream in chunks, each under AES-256-GCM with its number as nonce, the last one marked as last: what is cut off,
// changed, reordered or put under another name does not open. Source: Hoang et al., "Online authenticated encryption" (STREAM).

const magic = Buffer.from('KONTOR1\n');
const saltBytes = 16;
const chunkBytes = 64 * 1024;
const tagBytes = 16;
const lastMark = 0x80000000;

/** A sealed stream was changed, cut off, or belongs elsewhere. */
export class SealBroken extends Error {}

const keyFor = (key: Buffer, salt: Buffer, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `kontor ${name}`, 32));

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 4);
  return nonce;
}

/** Seals what flows through under a key and a name of its own. */
export function sealing(key: Buffer, name: string): Transform {
  const salt = randomBytes(saltBytes);
  const own = keyFor(key, salt, name);
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  const close = (plain: Buffer, isLast: boolean): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE((plain.length | (isLast ? lastMark : 0)) >>> 0);
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number), { authTagLength: tagBytes });
    number += 1;
    cipher.setAAD(head);
    return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  return new Transform({
    construct(done) {
      this.push(Buffer.concat([magic, salt]));
      done();
    },
    transform(bytes: Buffer, _encoding, done: TransformCallback) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      // One chunk is always held back: only the end knows which is the last.
      while (held.length > chunkBytes) {
        this.push(close(held.subarray(0, chunkBytes), false));
        held = held.subarray(chunkBytes);
      }
      done();
    },
    flush(done) {
      this.push(close(held, true));
      done();
    },
  });
}

/** Opens what `sealing` closed; fails with SealBroken at the first thing that is not as it was. */
export function opening(key: Buffer, name: string): Transform {
  let held: Buffer = Buffer.alloc(0);
  let own: Buffer | undefined;
  let number = 0;
  let ended = false;
  const broken = (): SealBroken => new SealBroken(`${name} was changed or cut off`);
  const takeChunk = (): Buffer | undefined => {
    if (!own || held.length < 4) return undefined;
    const head = held.readUInt32BE();
    const length = head & ~lastMark;
    if (length > chunkBytes) throw broken();
    if (held.length < 4 + length + tagBytes) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(number), { authTagLength: tagBytes });
    decipher.setAAD(held.subarray(0, 4));
    decipher.setAuthTag(held.subarray(4 + length, 4 + length + tagBytes));
    const plain = Buffer.concat([decipher.update(held.subarray(4, 4 + length)), decipher.final()]);
    held = held.subarray(4 + length + tagBytes);
    number += 1;
    ended = (head & lastMark) !== 0;
    return plain;
  };
  const open = (into: Transform): void => {
    if (!own && held.length >= magic.length + saltBytes) {
      if (!held.subarray(0, magic.length).equals(magic)) throw broken();
      own = keyFor(key, held.subarray(magic.length, magic.length + saltBytes), name);
      held = held.subarray(magic.length + saltBytes);
    }
    for (let plain = takeChunk(); plain; plain = ended ? undefined : takeChunk()) into.push(plain);
    if (ended && held.length > 0) throw broken();
  };
  const guarded = (work: () => void, done: TransformCallback): void => {
    try {
      work();
      done();
    } catch (error) {
      done(error instanceof SealBroken ? error : Object.assign(broken(), { cause: error }));
    }
  };
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      guarded(() => open(this), done);
    },
    flush(done) {
      guarded(() => {
        if (!ended) throw broken();
      }, done);
    },
  });
}
