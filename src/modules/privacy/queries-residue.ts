import type { Database } from '#kernel/database.ts';

/** Every table of every schema, the job queue included, that a scan must read. */
export async function selectScannable(db: Pick<Database, 'statement'>): Promise<string[]> {
  const rows = await db.statement<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'
     order by 1`,
  );
  return rows.map((row) => row.name);
}

/** Which of the texts some row of the table holds, in any column, as text or as bytes. */
export async function selectResidue(
  db: Pick<Database, 'statement'>,
  table: string,
  texts: readonly string[],
): Promise<string[]> {
  const rows = await db.statement<{ found: string }>(
    // Each row is written out once and not once for each text: `offset 0` keeps the planner from folding it in.
    `select distinct found from (select lower(scanned::text) as known from ${table} as scanned offset 0) as lines, unnest($1::text[]) as found
     where position(lower(found) in known) > 0`,
    [texts],
  );
  return rows.map((row) => row.found);
}

/** What the statistics and the statement log of the server itself still know. */
export async function selectServerResidue(
  db: Pick<Database, 'statement'>,
  texts: readonly string[],
): Promise<string[]> {
  const rows = await db.statement<{ found: string }>(
    `select distinct found from (
       select to_jsonb(s)::text as known from pg_stats s
       union all select query from pg_stat_activity where pid <> pg_backend_pid()
     ) as server, unnest($1::text[]) as found where position(lower(found) in lower(known)) > 0`,
    [texts],
  );
  return rows.map((row) => row.found);
}
