import type pg from 'pg';

/** A table as COPY needs it. */
export interface CopyTable {
  readonly name: string;
  readonly quoted: string;
  readonly columns: readonly string[];
  readonly hasTenant: boolean;
}

const leftOut: ReadonlySet<string> = new Set(['kernel.migration', 'keys.migration']);

/**
 * Every table of ours, referenced ones before those that refer to them.
 *
 * The job queue is left out: its jobs are made again from the facts. So are unlogged tables, which are meant to be
 * forgotten, and the lists of migrations, which restoring writes anew.
 */
export async function tablesOf(client: pg.ClientBase): Promise<CopyTable[]> {
  const { rows } = await client.query<{ name: string; quoted: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
     group by 1, 2 order by 1`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
     join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`,
  );
  const needs = Map.groupBy(references, (one) => one.from);
  const left = new Map(rows.filter((row) => !leftOut.has(row.name)).map((row) => [row.name, row]));
  const sorted: CopyTable[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ name }) =>
      (needs.get(name) ?? []).every(({ to }) => !left.has(to)),
    );
    if (free.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const { name, quoted, columns } of free) {
      sorted.push({ name, quoted, columns, hasTenant: columns.includes('tenant_id') });
      left.delete(name);
    }
  }
  return sorted;
}

/** Whether the role of this connection sees every tenant's rows, or only those of the tenant that it entered. */
export async function seesAll(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ all: boolean }>(
    'select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user',
  );
  return rows[0]?.all === true;
}

/**
 * How a snapshot reads every tenant's rows: all at once, or tenant by tenant as the owner of the tables where this role
 * may not see past the wall.
 */
export async function readersOf(client: pg.ClientBase): Promise<readonly string[] | 'all at once'> {
  if (await seesAll(client)) return 'all at once';
  await client.query('set local role kontor_owner');
  const { rows } = await client.query<{ id: string }>('select id from tenancy.tenant order by id');
  return rows.map((row) => row.id);
}
