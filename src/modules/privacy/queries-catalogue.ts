import type { Database } from '#kernel/database.ts';

export interface CatalogueColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly kind: string;
}

const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg\\_%'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Every column of every table, view and foreign table that is ours, as PostgreSQL knows it. */
export function selectColumns(db: Pick<Database, 'statement'>): Promise<CatalogueColumn[]> {
  return db.statement<CatalogueColumn & Record<string, string>>(
    `select n.nspname || '.' || c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as "type", c.relkind::text as "kind"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and a.attnum > 0 and not a.attisdropped and ${ours}
     order by 1, a.attnum`,
  );
}

/** Every trigger that somebody wrote, as `schema.table.trigger`. */
export async function selectTriggers(db: Pick<Database, 'statement'>): Promise<string[]> {
  const rows = await db.statement<{ name: string }>(
    `select n.nspname || '.' || c.relname || '.' || t.tgname as name
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and ${ours} order by 1`,
  );
  return rows.map((row) => row.name);
}

/** What the role we run as could do that it must not: own something, step over the wall, rule over others. */
export async function selectRoleFaults(db: Pick<Database, 'statement'>): Promise<string[]> {
  const rows = await db.statement<{ fault: string }>(
    `select 'is a superuser' as fault from pg_roles where rolname = current_user and rolsuper
     union all select 'may bypass row-level security' from pg_roles where rolname = current_user and rolbypassrls
     union all select 'is a member of the owner role' from pg_roles where rolname = 'kontor_owner' and pg_has_role(current_user, oid, 'member')
     union all select 'owns ' || n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_roles r on r.oid = c.relowner where r.rolname = current_user and n.nspname not like 'pg\\_%'
     union all select n.nspname || '.' || c.relname || ' has no forced row-level security' from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) and ${ours}`,
  );
  return rows.map((row) => row.fault);
}

/** The tables of which this tenant, who should have nothing, can see a row. */
export async function selectLeaking(
  db: Pick<Database, 'statement'>,
  stranger: string,
  tables: readonly string[],
): Promise<string[]> {
  const rows = await db.statement<{ leaking: string }>(
    'select leaking from tenancy.leaking($1, $2) as leaking',
    [stranger, tables],
  );
  return rows.map((row) => row.leaking);
}
