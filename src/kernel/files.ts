import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

interface StoredFile {
  readonly key: string;
  readonly changedAt: Date;
}

/** Files of a tenant: pictures (public content) and sealed uploads. Keys are `<tenant>/<kind>/<id>` and never names of people. */
export interface FileStore {
  put(key: string, content: Uint8Array | Readable): Promise<void>;
  get(key: string): Promise<Buffer>;
  stream(key: string): Readable;
  has(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Everything in a folder, also what a killed process left unfinished. */
  list(folder: string): Promise<StoredFile[]>;
}

/** Keeps files in a folder; a file appears whole or not at all. */
export function folderStore(root: string): FileStore {
  const pathOf = (key: string): string => {
    const path = resolve(root, key);
    if (!path.startsWith(resolve(root) + sep)) throw new RangeError('a file key leaves its folder');
    return path;
  };
  return {
    async put(key, content) {
      const path = pathOf(key);
      const partial = join(dirname(path), `.${randomUUID()}.part`);
      await mkdir(dirname(path), { recursive: true });
      try {
        if (content instanceof Uint8Array) await writeFile(partial, content);
        else await pipeline(content, createWriteStream(partial));
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    get: (key) => readFile(pathOf(key)),
    stream: (key) => createReadStream(pathOf(key)),
    has: (key) =>
      stat(pathOf(key)).then(
        (entry) => entry.isFile(),
        () => false,
      ),
    remove: (key) => rm(pathOf(key), { force: true }),
    async list(folder) {
      const entries = await readdir(pathOf(folder), { withFileTypes: true }).catch(unlessMissing([]));
      const files = entries.filter((entry) => entry.isFile());
      const found = await Promise.all(
        files.map(async ({ name }) => {
          const entry = await stat(pathOf(`${folder}/${name}`)).catch(unlessMissing(undefined));
          return entry ? [{ key: `${folder}/${name}`, changedAt: entry.mtime }] : [];
        }),
      );
      return found.flat();
    },
  };
}

const unlessMissing =
  <Instead>(instead: Instead) =>
  (error: NodeJS.ErrnoException): Instead => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };
