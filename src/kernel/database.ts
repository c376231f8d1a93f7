import { DefaultQueryExecutor, Kysely, PostgresAdapter, PostgresDriver, PostgresQueryCompiler } from 'kysely';
import type {
  CompiledQuery,
  ConnectionProvider,
  DatabaseConnection,
  KyselyPlugin,
  QueryResult,
} from 'kysely';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import pg from 'pg';
import type { TenantId } from './ids.ts';
import { isId } from './ids.ts';
import { refusals } from './refusal.ts';
import { guardSql } from './sql-guard.ts';
import { namesPlugin, tenantPlugin } from './tenant-plugin.ts';

export const databaseRefuse = refusals('kernel', {
  databaseDown: {
    status: 503,
    says: 'The database cannot be reached. Nothing was changed; please try again in a moment.',
    sagt: 'Die Datenbank ist gerade nicht erreichbar. Es wurde nichts geändert; bitte gleich noch einmal versuchen.',
  },
});

// eslint-disable-next-line typescript/no-explicit-any -- each module narrows it to its own rows
export type AnyDb = Kysely<any>;

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The runtime's connection to PostgreSQL: a role that owns nothing, one tenant per transaction. */
export interface Database {
  readonly pool: pg.Pool;
  /**
   * Runs in one transaction in which only this tenant's rows exist. What `last` answers is sent with the COMMIT, without
   * waiting in between: either both happen or neither.
   */
  transaction<T>(
    tenant: TenantId,
    run: (tx: AnyDb) => Promise<T>,
    last?: () => Statement | undefined,
  ): Promise<T>;
  /** One statement on reference tables, or a function that enters the tenant itself; no transaction around it. */
  statement<Row extends pg.QueryResultRow>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** A query builder outside of any tenant, for reference tables. */
  readonly reference: AnyDb;
  close(): Promise<void>;
}

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, (text) => BigInt(text));
types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Opens a pool with the house's value parsing; connection errors while idle are logged, not thrown. */
function openPool(url: string, options: { max?: number; onIdleError: (error: Error) => void }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    // Statements go out as soon as they are asked for, so that those asked for together travel together.
    pipeline: true,
    // A server that is away refuses at once; whoever waits this long stands in a queue of buyers.
    connectionTimeoutMillis: 20_000,
    idleTimeoutMillis: 30_000,
    options:
      '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c plan_cache_mode=auto -c pg_trgm.word_similarity_threshold=0.4',
  });
  pool.on('error', options.onIdleError);
  return watchConnections(pool);
}

/** Every connection of a pool until the server has let go of it. */
const connectionsOf = new WeakMap<pg.Pool, Set<pg.PoolClient>>();
const goodbyeMs = 5_000;

/** Remembers what a pool has open, for `endPool`. */
export function watchConnections(pool: pg.Pool): pg.Pool {
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  connectionsOf.set(pool, open);
  return pool;
}

/**
 * Ends a pool and waits until its connections are closed. The pool's own `end` comes back while goodbyes are under way:
 * a server that is stopped next would end them itself, and each would be reported as lost.
 */
export async function endPool(pool: pg.Pool): Promise<void> {
  await pool.end();
  const patience = AbortSignal.timeout(goodbyeMs);
  while ((connectionsOf.get(pool)?.size ?? 0) > 0 && !patience.aborted)
    await once(pool, 'remove', { signal: patience }).catch(() => undefined);
}

export function openDatabase(
  url: string,
  options: { max?: number; onIdleError: (error: Error) => void },
): Database {
  const pool = openPool(url, options);
  const compiler = new PostgresQueryCompiler();
  const adapter = new PostgresAdapter();
  const driver = new PostgresDriver({ pool });
  const builder = (provider: ConnectionProvider, plugins: KyselyPlugin[]): AnyDb =>
    new Kysely({
      config: { dialect: dialectOf(driver) },
      driver,
      dialect: dialectOf(driver),
      executor: new DefaultQueryExecutor(compiler, adapter, provider, plugins),
    });

  return {
    pool,
    reference: builder(
      { provideConnection: (use) => withClient(pool, (client) => use(connectionOn(client))) },
      [namesPlugin],
    ),

    async transaction(tenant, run, last) {
      if (!isId(tenant)) throw new RangeError('not a tenant');
      return withClient(pool, async (client) => {
        const connection = connectionOn(client);
        const tx = builder({ provideConnection: (use) => use(connection) }, [
          tenantPlugin(tenant),
          namesPlugin,
        ]);
        // Rule 1: BEGIN and enter share one message, nothing else does. The id was checked to be a UUID. The message
        // travels with the first statement; should it fail, that one meets a failed transaction, or no tenant's rows.
        const [begun, ran] = await Promise.allSettled([
          send(client, `BEGIN; SELECT tenancy.enter('${tenant}')`),
          (async () => run(tx))(),
        ]);
        if (begun.status === 'rejected') throw begun.reason;
        if (ran.status === 'rejected') throw ran.reason;
        const statement = last?.();
        const stored = statement && sendChecked(client, statement);
        const [{ command }] = await Promise.all([send(client, 'COMMIT'), stored]);
        if (command !== 'COMMIT') throw new Error('the transaction was aborted, nothing was stored');
        return ran.value;
      });
    },

    async statement<Row extends pg.QueryResultRow>(text: string, parameters: readonly unknown[] = []) {
      return withClient(pool, async (client) => (await client.query<Row>(prepared(text, parameters))).rows);
    },

    close: () => endPool(pool),
  };
}

/** Kysely asks for a dialect object; ours only ever runs over connections that we hand it. */
const dialectOf = (driver: PostgresDriver) => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driver,
  createIntrospector: (): never => {
    throw new Error('the gates read the catalogue themselves');
  },
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

async function withClient<T>(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw isConnectionError(error) ? Object.assign(databaseRefuse.databaseDown(), { cause: error }) : error;
  }
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    return await use(client);
  } catch (error) {
    if (!broken && isConnectionError(error))
      broken = error instanceof Error ? error : new Error('connection lost');
    if (broken) throw Object.assign(databaseRefuse.databaseDown(), { cause: error });
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure; // the connection is of no more use; the server rolls back by itself
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/** Lost or refused connections, a server that starts or stops: the caller may try again, nothing was committed that we know of. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|57P0|08|53300)/.test(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

const statementNames = new Map<string, string>();

/** Gives a statement a name by its text, so that PostgreSQL plans it once per connection. */
function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = statementNames.get(text);
  if (name === undefined && statementNames.size < 2000) {
    name = `k${statementNames.size}`;
    statementNames.set(text, name);
  }
  return { text, values: values as unknown[], ...(name !== undefined && { name }) };
}

function send<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  query: string | pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  gatherWrites(client);
  return client.query<Row>(query);
}

function sendChecked<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { text, values }: Statement,
): Promise<pg.QueryResult<Row>> {
  guardSql(text);
  return send(client, prepared(text, values));
}

const gathering = new WeakSet<Writable>();

/** Holds back what is sent until all code that can run has run: statements asked for together cost one message. */
function gatherWrites(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}

function connectionOn(client: pg.PoolClient): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await sendChecked<Row & pg.QueryResultRow>(client, {
        text: query.sql,
        values: query.parameters,
      });
      return {
        rows: result.rows,
        ...(result.command !== 'SELECT' && { numAffectedRows: BigInt(result.rowCount ?? 0) }),
      };
    },
    // eslint-disable-next-line require-yield -- the interface asks for it; lists are read by keyset
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('lists are read by keyset, not by a cursor');
    },
  };
}
