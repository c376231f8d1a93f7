import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import pg from 'pg';
import type { Logger } from 'pino';
import { reactionQueue } from './relay.ts';
import { brokenRules, statementsOf } from './sql-text.ts';

/** Where a module's `0001-….sql` files are. */
export interface MigrationSource {
  readonly module: string;
  readonly folder: URL;
}

export class MigrationError extends Error {}

/** Two processes that start at once take turns on this lock; the second finds nothing left to do. */
const lockKey = 5_066_871;

/**
 * Brings a database up to date: roles, extensions, each module's migrations in order, the job queue. Forward only.
 *
 * Safe to run from any number of processes at once. A migration that fails is undone whole and stops the rest.
 * Shape: the names of those that were applied now.
 */
export async function migrate(
  adminUrl: string,
  options: {
    readonly sources: readonly MigrationSource[];
    readonly runtimePassword: string;
    readonly log: Logger;
    /** Only these, as `module/name`: for bringing a database to the state of an earlier day. */
    readonly only?: ReadonlySet<string>;
  },
): Promise<string[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [lockKey]);
    await ensureRoles(admin, options.runtimePassword);
    await ensureExtensions(admin);
    await admin.query('set role kontor_owner');
    await admin.query('create schema if not exists kernel');
    await admin.query(
      'create table if not exists kernel.migration (module text not null, name text not null, hash text not null, applied_at timestamptz not null, primary key (module, name))',
    );
    const applied: string[] = [];
    for (const source of options.sources) applied.push(...(await migrateModule(admin, source, options)));
    await installQueue(admin);
    await refuseUnwalled(admin);
    return applied;
  } finally {
    await admin.end();
  }
}

/** For commands that migrate nothing: says what to do first, instead of failing at the first role that is missing. */
export async function refuseUnmigrated(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ there: boolean }>(
      `select to_regclass('kernel.migration') is not null as there`,
    );
    if (rows[0]?.there !== true)
      throw new MigrationError('The database has no tables yet: run kontor migrate first.');
  } finally {
    await admin.end();
  }
}

async function ensureRoles(admin: pg.Client, runtimePassword: string): Promise<void> {
  const roles = {
    kontor_owner: 'nologin',
    kontor_runtime: 'login nosuperuser nocreatedb nocreaterole noinherit nobypassrls',
  };
  for (const [role, rights] of Object.entries(roles)) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0)
      await admin.query(`create role ${role} ${rights}`).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error; // another migration was faster
      });
  }
  const { rows } = await admin.query<{ member: boolean; database: string }>(
    `select pg_has_role(current_user, 'kontor_owner', 'set') as member, current_database() as database`,
  );
  if (rows[0]?.member !== true)
    await takingTurns(() => admin.query('grant kontor_owner to current_user with set true, inherit true'));
  await takingTurns(() =>
    admin.query(`alter role kontor_runtime password ${admin.escapeLiteral(scramOf(runtimePassword))}`),
  );
  const database = admin.escapeIdentifier(rows[0]?.database ?? '');
  await admin.query(`grant create, connect on database ${database} to kontor_owner`);
  await admin.query(`grant connect on database ${database} to kontor_runtime`);
}

/**
 * What PostgreSQL would keep of a password: made here, so that a server which logs its statements never hears the password.
 *
 * Source: PostgreSQL 18, pg_authid.rolpassword; RFC 5802 and 7677.
 */
function scramOf(password: string): string {
  const [rounds, salt] = [4096, randomBytes(16)];
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** Roles belong to the whole server, our lock to one database: a migration of another database may change them in the same moment. */
async function takingTurns(change: () => Promise<unknown>): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await change();
      return;
    } catch (error) {
      const clashed =
        error instanceof pg.DatabaseError &&
        error.code === 'XX000' &&
        error.message.includes('concurrently updated');
      if (!clashed || left === 0) throw error;
      await sleep(20 + Math.random() * 50);
    }
  }
}

const isDuplicate = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505');

async function ensureExtensions(admin: pg.Client): Promise<void> {
  for (const extension of ['pg_trgm', 'unaccent', 'citext', 'btree_gist']) {
    await admin.query(`create extension if not exists ${extension} schema public`);
  }
  await admin.query('grant usage on schema public to kontor_owner, kontor_runtime');
  await allowSearchIndexes(admin);
}

/**
 * Behind row-level security PostgreSQL uses an index only for operators that are known not to leak what they compare.
 * The ones of text search and arrays never put values into errors; saying so lets search use its indexes.
 * Where we may not say it (managed servers without a superuser) search works all the same, from the tenant's rows.
 */
async function allowSearchIndexes(admin: pg.Client): Promise<void> {
  const safe = [
    'pg_catalog.ts_match_vq(tsvector, tsquery)',
    'pg_catalog.arraycontains(anyarray, anyarray)',
    'pg_catalog.arrayoverlap(anyarray, anyarray)',
    'public.word_similarity_commutator_op(text, text)',
    'public.word_similarity_op(text, text)',
  ];
  for (const signature of safe) {
    await admin.query(`alter function ${signature} leakproof`).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError && error.code === '42501')) throw error;
    });
  }
}

/** The hash of each migration that this Kontor knows, by `module/name`. */
export async function migrationHashes(sources: readonly MigrationSource[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const { module, folder } of sources)
    for (const name of await migrationsIn(folder))
      hashes.set(`${module}/${name}`, hashOf(await readFile(new URL(name, folder), 'utf8')));
  return hashes;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function migrateModule(
  admin: pg.Client,
  source: MigrationSource,
  { log, only }: { readonly log: Logger; readonly only?: ReadonlySet<string> },
): Promise<string[]> {
  const known = await admin.query<{ name: string; hash: string }>(
    'select name, hash from kernel.migration where module = $1',
    [source.module],
  );
  const hashByName = new Map(known.rows.map((row) => [row.name, row.hash]));
  const applied: string[] = [];
  for (const name of await migrationsIn(source.folder)) {
    const text = await readFile(new URL(name, source.folder), 'utf8');
    if (only && !only.has(`${source.module}/${name}`)) continue;
    const hash = hashOf(text);
    const before = hashByName.get(name);
    if (before === hash) continue;
    if (before !== undefined)
      throw new MigrationError(
        `${source.module}/${name} was changed after it was applied; write a new migration instead`,
      );
    await applyMigration(admin, source.module, name, text, hash);
    log.debug({ module: source.module, migration: name }, 'migrated');
    applied.push(`${source.module}/${name}`);
  }
  return applied;
}

async function migrationsIn(folder: URL): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name)).toSorted();
}

async function applyMigration(
  admin: pg.Client,
  module: string,
  name: string,
  text: string,
  hash: string,
): Promise<void> {
  const broken = brokenRules(text);
  if (broken.length > 0) throw new MigrationError(`${module}/${name} uses ${broken.join(', ')}`);
  await admin.query('begin');
  try {
    for (const statement of statementsOf(text)) await admin.query(statement);
    await admin.query(
      'insert into kernel.migration (module, name, hash, applied_at) values ($1, $2, $3, now())',
      [module, name, hash],
    );
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw new MigrationError(
      `${module}/${name} failed and was undone: ${error instanceof Error ? error.message : 'unknown error'}`,
      { cause: error },
    );
  }
}

/** pg-boss keeps its own schema; the runtime may use it but not change its shape. */
async function installQueue(admin: pg.Client): Promise<void> {
  const db = {
    executeSql: async (text: string, values?: unknown[]) => ({
      rows: [await admin.query<Record<string, unknown>>(text, values)]
        .flat()
        .flatMap((answer) => answer.rows),
    }),
  };
  const boss = new PgBoss({
    db,
    schema: 'pgboss',
    supervise: false,
    schedule: false,
    migrate: true,
    createSchema: true,
  });
  await boss.start();
  if ((await boss.getQueue(reactionQueue)) === null) {
    await boss.createQueue(reactionQueue, {
      retryLimit: 20,
      // A reaction is one short transaction; what a killed worker held is taken up again after this.
      expireInSeconds: 60,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 3600,
      deleteAfterSeconds: 14 * 86_400,
    });
  }
  await boss.stop({ graceful: false });
  await admin.query('grant usage on schema pgboss to kontor_runtime');
  await admin.query('grant select, insert, update, delete on all tables in schema pgboss to kontor_runtime');
  await admin.query('grant execute on all functions in schema pgboss to kontor_runtime');
}

/** Every table with a tenant has the wall, exactly the one policy, and a key that starts with the tenant. */
async function refuseUnwalled(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; why: string }>(`
    with tenant_table as (
      select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')
    )
    select name, 'has no forced row-level security: call tenancy.wall' as why from tenant_table where not walled
    union all
    select t.name, 'has a policy other than the one policy' from tenant_table t
      where (select array_agg(pg_get_expr(p.polqual, p.polrelid)) from pg_policy p where p.polrelid = t.oid)
        is distinct from array['(tenant_id = (NULLIF(current_setting(''kontor.tenant''::text, true), ''''::text))::uuid)']
    union all
    select t.name, 'has a key that does not start with tenant_id: ' || i.indexrelid::regclass from tenant_table t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
      where i.indkey[0] <> a.attnum
    union all
    select t.name, 'has a foreign key without the tenant: ' || f.conname from tenant_table t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
      where f.conkey[1] <> a.attnum or f.confdeltype not in ('a', 'r', 'c') or f.confupdtype <> 'a'`);
  if (rows.length > 0) throw new MigrationError(rows.map((row) => `${row.name} ${row.why}`).join('\n'));
}
