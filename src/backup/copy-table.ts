import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { CopyTable } from './tables-of.ts';

/** What passed: how many rows, and their sum. */
export interface Tally {
  rows: number;
  sum: bigint;
}

const modulus = 1n << 64n;

/** Counts the lines of COPY's text and adds up their hashes, so that the same rows in any order have the same sum. */
export function tallying(tally: Tally): Transform {
  let held: Buffer = Buffer.alloc(0);
  const count = (line: Buffer): void => {
    tally.rows += 1;
    tally.sum = (tally.sum + createHash('sha1').update(line).digest().readBigUInt64BE()) % modulus;
  };
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      let start = 0;
      for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, start)) {
        count(all.subarray(start, end));
        start = end + 1;
      }
      held = all.subarray(start);
      done(null, bytes);
    },
    flush(done) {
      if (held.length > 0) count(held);
      done();
    },
  });
}

/** All rows of a table as COPY's text; tenant by tenant where the role may not see them all at once. */
export function readTable(
  client: pg.ClientBase,
  table: CopyTable,
  tenants: readonly string[] | 'all at once',
): Readable {
  const columns = table.columns.join(', ');
  async function* lines(): AsyncGenerator<Buffer> {
    if (tenants === 'all at once' || !table.hasTenant) {
      yield* client.query(copyTo(`copy ${table.quoted} (${columns}) to stdout`));
      return;
    }
    for (const tenant of tenants) {
      await client.query('select tenancy.enter($1)', [tenant]);
      yield* client.query(
        copyTo(`copy (select ${columns} from ${table.quoted} where tenant_id = '${tenant}') to stdout`),
      );
    }
  }
  return Readable.from(lines(), { objectMode: false });
}

/** Puts rows from COPY's text into a table. */
export async function fillTable(client: pg.ClientBase, table: CopyTable, lines: Readable): Promise<void> {
  await pipeline(
    lines,
    client.query(copyFrom(`copy ${table.quoted} (${table.columns.join(', ')}) from stdin`)),
  );
}
