import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { SealBroken, opening, sealing } from '#modules/privacy/index.ts';
import { tallying } from './copy-table.ts';
import type { Tally } from './copy-table.ts';
import { BackupDamaged } from './manifest.ts';
import type { Part } from './manifest.ts';

/** A part opens under its own name only, and as nothing but a part of a backup. */
const sealName = (part: string): string => `backup|${part}`;

/** Writes one part: compressed, sealed, hashed; it appears whole or not at all. */
export async function writePart(
  folder: string,
  key: Buffer,
  name: string,
  content: Readable,
  counts: 'lines' | Tally,
): Promise<Part> {
  const file = `${name}.gz.sealed`;
  const path = join(folder, file);
  const hash = createHash('sha256');
  const tally: Tally = counts === 'lines' ? { rows: 0, sum: 0n } : counts;
  let bytes = 0;
  const measuring = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    content,
    counts === 'lines' ? tallying(tally) : new PassThrough(),
    createGzip({ level: constants.Z_BEST_SPEED }),
    sealing(key, sealName(name)),
    measuring,
    createWriteStream(`${path}.part`, { mode: 0o600 }),
  );
  await rename(`${path}.part`, path);
  return { name, file, bytes, sha256: hash.digest('hex'), rows: tally.rows, sum: tally.sum.toString(16) };
}

/** What a part holds, opened; fails with BackupDamaged when anything is not as it was written. */
export async function readPart(
  folder: string,
  key: Buffer,
  part: Part,
  use: (content: Readable) => Promise<void>,
): Promise<void> {
  const opened = opening(key, sealName(part.name));
  const inflated = createGunzip();
  const flow = pipeline(createReadStream(join(folder, part.file)), opened, inflated);
  const [flowed, used] = await Promise.allSettled([flow, use(inflated)]);
  // What came first is what is wrong: whoever reads only sees that the stream broke.
  const reason: unknown =
    flowed.status === 'rejected' ? flowed.reason : used.status === 'rejected' ? used.reason : undefined;
  if (reason === undefined) return;
  const code = reason instanceof Error && 'code' in reason ? String(reason.code) : '';
  if (code === 'ENOENT')
    throw new BackupDamaged(`The backup is damaged: ${part.file} is missing.`, { cause: reason });
  if (reason instanceof SealBroken || code.startsWith('Z_'))
    throw new BackupDamaged(`The backup is damaged: ${part.name} was changed or cut off.`, { cause: reason });
  throw reason;
}

/** Holds every part's file against its hash, before anything is changed. */
export async function checkParts(
  folder: string,
  parts: readonly Part[],
  progress: (part: Part) => void,
): Promise<void> {
  for (const part of parts) {
    progress(part);
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, part.file)), hash).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT')
        throw new BackupDamaged(`The backup is damaged: ${part.file} is missing.`, { cause: error });
      throw error;
    });
    if (hash.digest('hex') !== part.sha256)
      throw new BackupDamaged(`The backup is damaged: ${part.file} is not as it was written.`);
  }
}
