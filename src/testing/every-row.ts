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
