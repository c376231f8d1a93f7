import { hkdfSync, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DayKeys, KeyAccess, KeyErasure, WantedKey } from '#kernel/context.ts';
import { endPool, isConnectionError, watchConnections } from '#kernel/database.ts';
import type { SubjectId, TenantId } from '#kernel/ids.ts';
import { keyClasses } from '#kernel/registry.ts';
import type { KeyClass } from '#kernel/registry.ts';
import { dayKeysIn } from './day-keys.ts';
import { migrateKeystore } from './keystore-migrate.ts';
import { turnEpoch } from './keystore-epoch.ts';
import { refuse } from './refuse.ts';
import { unwrapWith, wrapWith } from './root-key.ts';
import type { RootKey } from './root-key.ts';

/** Keys of people, in a database of their own. An unwrapped key is on lease: a process forgets it after a minute. */
export interface Keystore extends KeyAccess {
  /** A password or key of the installation, derived from its one secret. */
  derive(label: string): Promise<string>;
  /** Answers whether the keystore can be reached now. */
  alive(): Promise<boolean>;
  close(): Promise<void>;
}

const leaseMs = 60_000;
const mostLeases = 20_000;

interface Lease {
  readonly key: Buffer;
  readonly isRestricted: boolean;
  readonly until: number;
}

/** Opens the keystore, making its tables at the first start. Nothing is ever answered from anywhere but here. */
export async function openKeystore(
  url: string,
  root: RootKey,
  options: {
    onIdleError: (error: Error) => void;
    /** Where erasures are written down outside of any database, first. */
    journal?: (tenant: TenantId, erasures: readonly KeyErasure[]) => Promise<void>;
  },
): Promise<Keystore> {
  const pool = watchConnections(
    new pg.Pool({
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: 3_000,
      options: '-c statement_timeout=5000',
    }),
  );
  pool.on('error', options.onIdleError);
  await migrateKeystore(pool);
  return new PostgresKeystore(pool, root, options.journal);
}

class EpochGone extends Error {}

class PostgresKeystore implements Keystore {
  readonly days: DayKeys;
  readonly #pool: pg.Pool;
  readonly #root: RootKey;
  readonly #journal: ((tenant: TenantId, erasures: readonly KeyErasure[]) => Promise<void>) | undefined;
  readonly #leases = new Map<string, Lease>();
  readonly #tenantKeys = new Map<string, Promise<{ epoch: number; key: Buffer }>>();
  readonly #secrets = new Map<string, Promise<Buffer>>();

  constructor(
    pool: pg.Pool,
    root: RootKey,
    journal: ((tenant: TenantId, erasures: readonly KeyErasure[]) => Promise<void>) | undefined,
  ) {
    this.#pool = pool;
    this.#root = root;
    this.#journal = journal;
    this.days = dayKeysIn((text, values) => this.#query(text, values), root);
  }

  async dataKeys(
    tenant: TenantId,
    wanted: readonly WantedKey[],
    mayLookAgain = true,
  ): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const missing = new Map<string, WantedKey>();
    const now = Date.now();
    for (const want of wanted) {
      const lease = this.#leases.get(leaseName(tenant, want.subject, want.class));
      if (!lease || lease.until <= now) missing.set(keyName(want.subject, want.class), want);
      else if (!lease.isRestricted || want.evenIfRestricted)
        found.set(keyName(want.subject, want.class), lease.key);
    }
    if (missing.size === 0) return found;

    const rows = await this.#query<{
      subject_id: SubjectId;
      class: KeyClass;
      epoch: number;
      wrapped: Buffer;
      restricted: boolean;
    }>(
      `select k.subject_id, k.class, k.epoch, k.wrapped, r.since is not null as restricted from keys.subject_key k
       join unnest($2::uuid[], $3::text[]) as w(subject_id, class) on w.subject_id = k.subject_id and w.class = k.class
       left join keys.restricted_subject r on r.tenant_id = k.tenant_id and r.subject_id = k.subject_id
       where k.tenant_id = $1`,
      [
        tenant,
        [...missing.values()].map((want) => want.subject),
        [...missing.values()].map((want) => want.class),
      ],
    );
    for (const row of rows) {
      const name = keyName(row.subject_id, row.class);
      const wrapping = await this.#tenantKey(tenant, row.epoch).catch((error: unknown) => {
        if (error instanceof EpochGone && mayLookAgain) return undefined;
        throw error;
      });
      // The epoch was turned between the two questions: the key is wrapped anew by now.
      if (!wrapping) return this.dataKeys(tenant, wanted, false);
      const key = unwrapWith(wrapping.key, row.wrapped, leaseName(tenant, row.subject_id, row.class));
      this.#lease(tenant, row.subject_id, row.class, key, row.restricted);
      if (!row.restricted || missing.get(name)?.evenIfRestricted) found.set(name, key);
    }
    return found;
  }

  async makeDataKeys(tenant: TenantId, subject: SubjectId, classes: readonly KeyClass[]): Promise<void> {
    const { epoch, key: wrapping } = await this.#tenantKey(tenant);
    const made = classes.map((keyClass) => {
      const key = randomBytes(32);
      return { keyClass, key, wrapped: wrapWith(wrapping, key, leaseName(tenant, subject, keyClass)) };
    });
    const [done] = await this.#query<{ held: boolean; classes: KeyClass[]; restricted: boolean }>(
      `with epoch as (select epoch from keys.tenant_key where tenant_id = $1 and epoch = $3 for key share),
       made as (insert into keys.subject_key (tenant_id, subject_id, class, epoch, wrapped, created_at)
         select $1, $2, c, epoch.epoch, w, now() from epoch, unnest($4::text[], $5::bytea[]) as n(c, w)
         on conflict do nothing returning class)
       select exists (select from epoch) as held, array(select class from made) as classes,
         exists (select from keys.restricted_subject r where r.tenant_id = $1 and r.subject_id = $2) as restricted`,
      [tenant, subject, epoch, made.map((one) => one.keyClass), made.map((one) => one.wrapped)],
    );
    if (done?.held !== true) {
      // The epoch was turned since this process looked: what is wrapped under a destroyed key would be lost.
      this.#forgetEpochs(tenant);
      return this.makeDataKeys(tenant, subject, classes);
    }
    const stored = new Set(done.restricted ? [] : done.classes);
    for (const { keyClass, key } of made)
      if (stored.has(keyClass)) this.#lease(tenant, subject, keyClass, key, false);
  }

  async destroyDataKeys(
    tenant: TenantId,
    subjects: SubjectId | readonly SubjectId[],
    classes: readonly KeyClass[] = keyClasses,
  ): Promise<void> {
    const all = [subjects].flat();
    await this.#query(
      'delete from keys.subject_key where tenant_id = $1 and subject_id = any($2) and class = any($3)',
      [tenant, all, classes],
    );
    this.#forget(tenant, all);
  }

  async restrictSubject(
    tenant: TenantId,
    subjects: SubjectId | readonly SubjectId[],
    on: boolean,
  ): Promise<void> {
    const all = [subjects].flat();
    await this.#query(
      on
        ? `insert into keys.restricted_subject (tenant_id, subject_id, since)
           select $1, subject, now() from unnest($2::uuid[]) as subject on conflict do nothing`
        : 'delete from keys.restricted_subject where tenant_id = $1 and subject_id = any($2)',
      [tenant, all],
    );
    this.#forget(tenant, all);
  }

  async isRestricted(tenant: TenantId, subject: SubjectId): Promise<boolean> {
    const rows = await this.#query(
      'select 1 from keys.restricted_subject where tenant_id = $1 and subject_id = $2',
      [tenant, subject],
    );
    return rows.length > 0;
  }

  async classesOf(tenant: TenantId, subjects: readonly SubjectId[]): Promise<Map<SubjectId, KeyClass[]>> {
    const rows = await this.#query<{ subject_id: SubjectId; classes: KeyClass[] }>(
      `select subject_id, array_agg(class order by class) as classes from keys.subject_key
       where tenant_id = $1 and subject_id = any($2) group by subject_id`,
      [tenant, subjects],
    );
    return new Map(rows.map((row) => [row.subject_id, row.classes]));
  }

  async noteErasure(tenant: TenantId, erasures: KeyErasure | readonly KeyErasure[]): Promise<void> {
    const all = [erasures].flat();
    await this.#journal?.(tenant, all);
    await this.#query(
      `insert into keys.erasure as known (tenant_id, subject_id, classes, erased_at)
       select $1, n.subject_id, string_to_array(n.classes, ' '), n.erased_at
       from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n(subject_id, classes, erased_at)
       on conflict (tenant_id, subject_id) do update set erased_at = greatest(known.erased_at, excluded.erased_at),
         classes = array(select distinct unnest(known.classes || excluded.classes) order by 1)`,
      [
        tenant,
        all.map(({ subject }) => subject),
        all.map(({ classes }) => classes.join(' ')),
        all.map(({ at }) => at),
      ],
    );
  }

  async erasuresSince(tenant: TenantId, since: Date | null): Promise<KeyErasure[]> {
    const rows = await this.#query<{ subject_id: SubjectId; classes: KeyClass[]; erased_at: Date }>(
      `select subject_id, classes, erased_at from keys.erasure
       where tenant_id = $1 and ($2::timestamptz is null or erased_at >= $2) order by erased_at, subject_id`,
      [tenant, since],
    );
    return rows.map((row) => ({ subject: row.subject_id, classes: row.classes, at: row.erased_at }));
  }

  async turnEpoch(tenant: TenantId, olderThan: Date): Promise<number | null> {
    const turned = await turnEpoch((work) => this.#inTransaction(work), this.#root, tenant, olderThan);
    if (turned !== null) this.#forgetEpochs(tenant);
    return turned;
  }

  tenantSecret(tenant: TenantId): Promise<Buffer> {
    return remember(this.#secrets, tenant, async () => {
      const context = `secret|${tenant}`;
      const fresh = await this.#root.wrap(randomBytes(32), context);
      const rows = await this.#query<{ wrapped: Buffer }>(
        `with made as (insert into keys.tenant_secret (tenant_id, wrapped, created_at) values ($1, $2, now()) on conflict do nothing returning wrapped)
         select wrapped from made union all select wrapped from keys.tenant_secret where tenant_id = $1 limit 1`,
        [tenant, fresh],
      );
      return this.#root.unwrap(rows[0]?.wrapped ?? (await this.#existing('tenant_secret', tenant)), context);
    });
  }

  async derive(label: string): Promise<string> {
    const fresh = await this.#root.wrap(randomBytes(32), 'installation');
    await this.#query(
      'insert into keys.installation (id, wrapped, created_at) values (1, $1, now()) on conflict do nothing',
      [fresh],
    );
    const rows = await this.#query<{ wrapped: Buffer }>(
      'select wrapped from keys.installation where id = 1',
      [],
    );
    const secret = await this.#root.unwrap(rows[0]?.wrapped ?? fresh, 'installation');
    return Buffer.from(hkdfSync('sha256', secret, '', label, 32)).toString('base64url');
  }

  alive(): Promise<boolean> {
    return this.#query('select 1', []).then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    this.#leases.clear();
    return endPool(this.#pool);
  }

  /** The tenant's wrapping key of an epoch, or the newest one, made when there is none. */
  #tenantKey(tenant: TenantId, epoch?: number): Promise<{ epoch: number; key: Buffer }> {
    return remember(this.#tenantKeys, `${tenant} ${epoch ?? 'newest'}`, async () => {
      const select =
        'select epoch, wrapped from keys.tenant_key where tenant_id = $1 and ($2::integer is null or epoch = $2) order by epoch desc limit 1';
      let rows = await this.#query<{ epoch: number; wrapped: Buffer }>(select, [tenant, epoch ?? null]);
      if (rows.length === 0 && epoch === undefined) {
        const fresh = await this.#root.wrap(randomBytes(32), `tenant|${tenant}|1`);
        await this.#query(
          'insert into keys.tenant_key (tenant_id, epoch, wrapped, created_at) values ($1, 1, $2, now()) on conflict do nothing',
          [tenant, fresh],
        );
        rows = await this.#query(select, [tenant, null]);
      }
      const row = rows[0];
      if (!row)
        throw new EpochGone(`the keystore has no wrapping key of epoch ${epoch} for tenant ${tenant}`);
      return { epoch: row.epoch, key: await this.#root.unwrap(row.wrapped, `tenant|${tenant}|${row.epoch}`) };
    });
  }

  async #existing(table: 'tenant_secret', tenant: TenantId): Promise<Buffer> {
    const rows = await this.#query<{ wrapped: Buffer }>(
      `select wrapped from keys.${table} where tenant_id = $1`,
      [tenant],
    );
    if (!rows[0]) throw new Error(`the keystore has no ${table} for tenant ${tenant}`);
    return rows[0].wrapped;
  }

  #lease(tenant: TenantId, subject: SubjectId, keyClass: KeyClass, key: Buffer, isRestricted: boolean): void {
    if (this.#leases.size >= mostLeases) this.#leases.clear();
    const until = Date.now() + leaseMs;
    this.#leases.set(leaseName(tenant, subject, keyClass), { key, isRestricted, until });
  }

  #forget(tenant: TenantId, subjects: readonly SubjectId[]): void {
    for (const subject of subjects)
      for (const keyClass of keyClasses) this.#leases.delete(leaseName(tenant, subject, keyClass));
  }

  #forgetEpochs(tenant: TenantId): void {
    for (const name of this.#tenantKeys.keys()) if (name.startsWith(tenant)) this.#tenantKeys.delete(name);
  }

  async #inTransaction<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  /** Any failure of the keystore is the same answer: not now, and nothing in plain. */
  async #query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    try {
      return (await this.#pool.query<Row>({ text, values: values as unknown[], name: statementName(text) }))
        .rows;
    } catch (error) {
      if (isConnectionError(error) || error instanceof pg.DatabaseError)
        throw Object.assign(refuse.keystoreDown(), { cause: error });
      throw error;
    }
  }
}

/** How the vault finds a key in what `dataKeys` answers. */
export const keyName = (subject: SubjectId, keyClass: KeyClass): string => `${subject} ${keyClass}`;

const leaseName = (tenant: TenantId, subject: SubjectId, keyClass: KeyClass): string =>
  `${tenant}|${subject}|${keyClass}`;

const names = new Map<string, string>();
function statementName(text: string): string {
  const name = names.get(text) ?? `keys${names.size}`;
  names.set(text, name);
  return name;
}

/** Remembers an answer for the length of a lease; a failure is asked again. */
function remember<T>(memory: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(name);
  if (known) return known;
  const made = make();
  memory.set(name, made);
  const forget = (): void => void memory.delete(name);
  made.then(() => setTimeout(forget, leaseMs).unref(), forget);
  return made;
}
