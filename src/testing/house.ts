import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import pg from 'pg';
import { dropCaches } from '#kernel/cache.ts';
import type { Actor, Context, Tenant } from '#kernel/context.ts';
import type { Purpose } from '#kernel/registry.ts';
import { readSettings } from '#kernel/settings.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { createTenant } from '#modules/tenancy/index.ts';
import { buildHouse, openLog } from '../build-house.ts';
import type { BuiltHouse } from '../build-house.ts';
import {
  databaseUrl,
  prepareTemplates,
  templateNames,
  testRootKey,
  testRuntimePassword,
} from './template.ts';

interface WorkOptions {
  readonly actor?: Partial<Actor>;
  readonly purpose?: Purpose;
  readonly tenant?: Tenant;
}

export interface TestHouse {
  readonly house: BuiltHouse;
  readonly tenant: Tenant;
  /** Superuser's door to the test's own database, for looking at what is stored. */
  readonly adminUrl: string;
  readonly keysUrl: string;
  readonly dataDir: string;
  /** What was logged so far. */
  readonly logged: () => string;
  readonly work: <T>(run: (ctx: Context) => Promise<T>, options?: WorkOptions) => Promise<T>;
  /** Sets the clock, for all that follows. */
  readonly at: (now: Date) => void;
  readonly otherTenant: (slug?: string) => Promise<Tenant>;
  /** Runs before the databases go away. */
  readonly beforeEnd: (end: () => Promise<void>) => void;
  /** As `work`, in a second process that has no key on lease yet. */
  readonly withFreshKeys: () => Promise<TestHouse['work']>;
}

/** A house of its own for one test: fresh databases, a data folder, one tenant at `shop.localhost`, a clock to set. */
export async function aHouse(
  t: TestContext,
  options: { readonly poolSize?: number } = {},
): Promise<TestHouse> {
  const serverUrl = process.env['KONTOR_TEST_POSTGRES'];
  if (!serverUrl)
    throw new Error('tests need a PostgreSQL: run them with npm test, or set KONTOR_TEST_POSTGRES');
  await prepareTemplates(serverUrl);
  const databases = await cloneDatabases(serverUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-test-'));
  const lines: string[] = [];
  let now: Date | undefined;

  const houses: BuiltHouse[] = [];
  const openHouse = async (): Promise<BuiltHouse> => {
    const opened = await buildHouse(
      { ...readSettings({ KONTOR_DATA: dataDir, PORT: '0' }), demo: true },
      {
        runtimeUrl: databaseUrl(serverUrl, databases.data, {
          user: 'kontor_runtime',
          password: testRuntimePassword,
        }),
        keystoreUrl: databaseUrl(serverUrl, databases.keys),
      },
      {
        log: openLog('info', { write: (line: string) => void lines.push(line) }),
        rootKey: testRootKey,
        clock: () => now ?? new Date(),
        poolSize: options.poolSize ?? 10,
      },
    );
    houses.push(opened);
    return opened;
  };
  const house = await openHouse();
  const ends: (() => Promise<void>)[] = [];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
    for (const opened of houses) await opened.close();
    await dropDatabases(serverUrl, Object.values(databases));
    await rm(dataDir, { recursive: true, force: true });
    dropCaches();
  });

  // A test may open two houses: what one of them kept for a second is not the other's.
  dropCaches();
  const tenant = await aTenant(house, 'shop');
  const workIn =
    (where: BuiltHouse): TestHouse['work'] =>
    (run, { actor, purpose, tenant: other } = {}) =>
      unitOfWork(
        where,
        {
          tenant: other ?? tenant,
          actor: { kind: 'system', id: 'test', purpose: 'administer', ...actor, ...(purpose && { purpose }) },
        },
        run,
      );
  return {
    house,
    tenant,
    adminUrl: databaseUrl(serverUrl, databases.data),
    keysUrl: databaseUrl(serverUrl, databases.keys),
    dataDir,
    logged: () => lines.join(''),
    at: (instant) => {
      now = instant;
    },
    otherTenant: (slug = `other-${randomBytes(3).toString('hex')}`) => aTenant(house, slug),
    work: workIn(house),
    beforeEnd: (end) => void ends.push(end),
    withFreshKeys: async () => workIn(await openHouse()),
  };
}

export const aTenant = (house: BuiltHouse, slug: string): Promise<Tenant> =>
  createTenant(house, {
    slug,
    profile: 'openkommerce',
    hosts: [`${slug}.localhost`],
    demo: true,
    shop: {
      name: 'Test shop',
      country: 'DE',
      legalName: 'Test Shop GmbH',
      legalAddress: 'Marktplatz 1\n20095 Hamburg',
      contactEmail: 'shop@example.org',
      bankHolder: 'Test Shop GmbH',
      bankIban: 'DE02120300000000202051',
      bankBic: 'BYLADEM1001',
    },
  });

async function cloneDatabases(serverUrl: string): Promise<{ data: string; keys: string }> {
  const templates = await templateNames();
  const suffix = randomBytes(6).toString('hex');
  const made = { data: `test_${suffix}`, keys: `test_${suffix}_keys` };
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${made.data} template ${templates.data}`);
    await admin.query(`create database ${made.keys} template ${templates.keys}`);
    await admin.query(`grant connect on database ${made.data} to kontor_runtime`);
    return made;
  } finally {
    await admin.end();
  }
}

async function dropDatabases(serverUrl: string, names: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    for (const name of names) await admin.query(`drop database if exists ${name} with (force)`);
  } finally {
    await admin.end();
  }
}
