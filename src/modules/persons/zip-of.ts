import {
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
  configure,
} from '@zip.js/zip.js';
import type { Locale } from '#kernel/context.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { PersonCopy } from './copy.ts';
import { copyCsv } from './copy-csv.ts';
import { copyPage } from './copy-page.ts';
import { personCopySchema } from './copy-schema.ts';
import { refuse } from './refuse.ts';

configure({ useWebWorkers: false });

/** Larger than any copy we make; a small file that unpacks to more is no copy. Units: bytes. */
const largestBytes = 256 * 1024 * 1024;

/**
 * The copy as one file to keep: a page to read in the person's language, the whole as JSON under the published schema,
 * and a table for each part.
 *
 * Source: clauses OK-16, K7-36; GDPR art. 12(1), 15(3), 20(1).
 */
export async function zipOf(copy: PersonCopy, options: { readonly locale: Locale }): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter());
  const add = (name: string, text: string) =>
    zip.add(name, new TextReader(text), { lastModDate: new Date(copy.madeAt) });
  await add('index.html', copyPage(copy, options.locale));
  await add('data.json', JSON.stringify(copy, null, 1));
  await add('schema.json', JSON.stringify(personCopySchema, null, 1));
  for (const section of copy.sections) await add(`tables/${section.table}.csv`, copyCsv(section));
  return Buffer.from(await zip.close());
}

/** The JSON in a file that `zipOf` made. Refuses: persons.badCopy, persons.copyTooLarge. */
export async function readZip(zip: Uint8Array, mostBytes = largestBytes): Promise<unknown> {
  const reader = new ZipReader(new Uint8ArrayReader(zip));
  try {
    for (const entry of await reader.getEntries()) {
      if (entry.directory || entry.filename !== 'data.json') continue;
      const unpacked = collecting(mostBytes);
      await entry.getData(unpacked.into);
      return JSON.parse(unpacked.text());
    }
  } catch (error) {
    throw error instanceof Refusal ? error : Object.assign(refuse.badCopy(), { cause: error });
  } finally {
    await reader.close();
  }
  throw refuse.badCopy();
}

/** Takes what is unpacked and counts it itself: what a file from outside says of its size is not believed. */
function collecting(mostBytes: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const into = new WritableStream<Uint8Array>({
    write(chunk) {
      size += chunk.length;
      if (size > mostBytes) throw refuse.copyTooLarge({ file: 'data.json' });
      chunks.push(chunk);
    },
  });
  return { into, text: () => Buffer.concat(chunks).toString() };
}
