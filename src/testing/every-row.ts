import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Runs a statement as the owner of a test's own database, for looking at what is stored and for tampering with it. */
export async function asOwner(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that a table holds, of every tenant. */
export const everyRow = (url: string, table: string): Promise<Record<string, unknown>[]> =>
  asOwner(url, `select * from ${table}`);

type Row = Record<string, unknown>;

/** As `everyRow`, once it is as expected: what happens after an answer is asked for, again and again, with `settle`. */
export async function rowsOnce(
  from: { readonly url: string; readonly table: string; readonly settle: () => Promise<void> },
  isThere: (rows: readonly Row[]) => boolean,
): Promise<Row[]> {
  for (let round = 0; ; round += 1) {
    await from.settle();
    const rows = await everyRow(from.url, from.table);
    if (isThere(rows) || round === 400) return rows;
    await sleep(25);
  }
}
