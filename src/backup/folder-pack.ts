import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Tally } from './copy-table.ts';
import { BackupDamaged } from './manifest.ts';

// A folder as one stream: for each file its name's length, its name, its size, its bytes.

/** Every file below a folder, as one stream. Files that go away meanwhile are left out; they are written whole and never change. */
export function packFolder(root: string, tally: Tally): Readable {
  async function* pack(): AsyncGenerator<Buffer> {
    for (const path of await filesBelow(root, '')) {
      const file = await open(join(root, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (!file) continue;
      try {
        const { size } = await file.stat();
        const name = Buffer.from(path);
        const head = Buffer.alloc(4);
        head.writeUInt32BE(name.length);
        const length = Buffer.alloc(8);
        length.writeBigUInt64BE(BigInt(size));
        yield Buffer.concat([head, name, length]);
        if (size > 0)
          yield* file.createReadStream({
            start: 0,
            end: size - 1,
            autoClose: false,
          }) as AsyncIterable<Buffer>;
        tally.rows += 1;
        tally.sum += BigInt(size);
      } finally {
        await file.close();
      }
    }
  }
  return Readable.from(pack(), { objectMode: false });
}

async function filesBelow(root: string, below: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(root, path)));
    else if (entry.isFile() && !entry.name.endsWith('.part')) found.push(path);
  }
  return found;
}

/** Writes the files of a pack below a folder; each appears whole. Shape: how many. */
export async function unpackFolder(content: Readable, root: string): Promise<number> {
  const reader = readerOf(content);
  let count = 0;
  for (let head = await reader.take(4, true); head; head = await reader.take(4, true)) {
    const name = (await reader.need(head.readUInt32BE())).toString();
    const size = Number((await reader.need(8)).readBigUInt64BE());
    const path = resolve(root, name);
    if (!path.startsWith(resolve(root) + sep))
      throw new BackupDamaged(`The backup is damaged: a file leaves its folder.`);
    await mkdir(dirname(path), { recursive: true });
    const partial = `${path}.part`;
    try {
      await pipeline(reader.pass(size), createWriteStream(partial));
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true, recursive: true });
      throw error;
    }
    count += 1;
  }
  return count;
}

function readerOf(content: Readable) {
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  const take = async (bytes: number, mayEnd: boolean): Promise<Buffer | undefined> => {
    while (held.length < bytes) {
      if (await more()) continue;
      if (mayEnd && held.length === 0) return undefined;
      throw new BackupDamaged('The backup is damaged: the files in it were cut off.');
    }
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
  return {
    take,
    need: async (bytes: number): Promise<Buffer> => (await take(bytes, false)) ?? Buffer.alloc(0),
    async *pass(bytes: number): AsyncGenerator<Buffer> {
      for (let left = bytes; left > 0;) {
        if (held.length === 0 && !(await more()))
          throw new BackupDamaged('The backup is damaged: the files in it were cut off.');
        const taken = held.subarray(0, Math.min(left, held.length));
        held = held.subarray(taken.length);
        left -= taken.length;
        yield taken;
      }
    },
  };
}
