import pg from 'pg';

/** How many rows every table of both databases has: what is equal before and after was never stored. */
export async function rowCounts(shop: {
  readonly adminUrl: string;
  readonly keysUrl: string;
}): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const connectionString of [shop.adminUrl, shop.keysUrl]) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')`,
    );
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ count: string }>(`select count(*) from ${name}`);
      counts[name] = Number(found[0]?.count);
    }
    await client.end();
  }
  return counts;
}
