import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { recordDrill } from '#modules/retention/index.ts';
import type { Drill } from '#modules/retention/index.ts';
import { findTenantById, listTenantIds } from '#modules/tenancy/index.ts';
import { buildHouse } from '../build-house.ts';
import type { BuiltHouse } from '../build-house.ts';
import { migrationSources, modules } from '../modules.ts';
import { readTable, tallying } from './copy-table.ts';
import type { Tally } from './copy-table.ts';
import { makeBackup } from './make-backup.ts';
import type { Manifest } from './manifest.ts';
import { openBackup, restoreData, restoreKeystore } from './restore-backup.ts';
import type { RestoreTo } from './restore-backup.ts';
import { inSnapshot, withClient } from './servers.ts';
import { readersOf, tablesOf } from './tables-of.ts';

export type DrillFrom = Pick<RestoreTo, 'adminUrl' | 'keystoreUrl' | 'rootKey' | 'runtimePassword'> & {
  readonly runtimeUrl: string;
};

/** What restoring itself changes: what was told is told again, and nobody holds a job. */
const changedByRestoring: ReadonlySet<string> = new Set(['kernel.fact', 'kernel.job_lease']);

/**
 * Tries whether a backup of today could be restored: makes one in a folder of its own, puts it into databases of its
 * own, compares every row, asks every prover, and leaves nothing behind but the record.
 *
 * Shape: the record, as it was written down. Source: GDPR art. 32(1)(c), (d); clause KC-31.
 */
export async function drillRestore(house: BuiltHouse, from: DrillFrom): Promise<Drill> {
  const startedAt = house.clock();
  const began = performance.now();
  const outcome = await tryIt(house, from).catch((error: unknown): Tried => ({
    outcome: 'failed',
    says: error instanceof Error ? (error.message.split('\n')[0] ?? 'failed') : 'failed',
    tables: 0,
    rows: 0n,
  }));
  const drill: Drill = {
    ...outcome,
    startedAt,
    finishedAt: house.clock(),
    durationMs: Math.round(performance.now() - began),
  };
  await recordDrill(house.db, drill);
  house.log[drill.outcome === 'passed' ? 'info' : 'error'](
    { outcome: drill.outcome },
    `the restore drill: ${drill.says}`,
  );
  return drill;
}

type Tried = Pick<Drill, 'outcome' | 'says' | 'tables' | 'rows'>;

async function tryIt(house: BuiltHouse, from: DrillFrom): Promise<Tried> {
  if (!(await mayMakeDatabases(from.adminUrl)))
    return {
      outcome: 'not possible',
      says: 'the role of DATABASE_URL may not create databases: grant it CREATEDB, or restore a backup elsewhere by hand each month',
      tables: 0,
      rows: 0n,
    };
  const folder = await mkdtemp(join(tmpdir(), 'kontor-drill-'));
  const name = `kontor_drill_${randomBytes(6).toString('hex')}`;
  const [adminUrl, keystoreUrl] = [
    withDatabase(from.adminUrl, name),
    withDatabase(from.adminUrl, `${name}_keys`),
  ];
  try {
    await withClient(from.adminUrl, async (client) => {
      for (const database of [name, `${name}_keys`]) {
        await client.query(`create database ${database} template template0 encoding 'UTF8'`);
        await client.query(`revoke all on database ${database} from public`);
      }
    });
    return await putBackAndCompare(house, from, { folder, adminUrl, keystoreUrl });
  } finally {
    await withClient(from.adminUrl, async (client) => {
      for (const database of [name, `${name}_keys`])
        await client.query(`drop database if exists ${database} with (force)`);
    });
    await rm(folder, { recursive: true, force: true });
  }
}

async function putBackAndCompare(
  house: BuiltHouse,
  from: DrillFrom,
  scratch: { readonly folder: string; readonly adminUrl: string; readonly keystoreUrl: string },
): Promise<Tried> {
  const dataDir = join(scratch.folder, 'data');
  const made = await makeBackup(join(scratch.folder, 'backup'), {
    ...from,
    dataDir: house.settings.dataDir,
    version: 'drill',
    now: house.clock(),
    progress: () => undefined,
  });
  await cp(join(house.settings.dataDir, 'recovery'), join(dataDir, 'recovery'), { recursive: true });
  const to: RestoreTo = {
    ...from,
    ...scratch,
    dataDir,
    sources: migrationSources,
    log: house.log,
    progress: () => undefined,
  };
  const keystore = await openBackup(made.keystore, to);
  const data = await openBackup(made.data, to);
  await restoreKeystore(keystore, to);
  await restoreData(data, to);
  const different = [
    ...(await differences(scratch.keystoreUrl, keystore.manifest)),
    ...(await differences(scratch.adminUrl, data.manifest)),
  ];
  const wrong = different.length > 0 ? different : await unproven(house, from, { ...scratch, dataDir });
  const tables = [...data.manifest.parts, ...keystore.manifest.parts].filter(({ columns }) => columns);
  const rows = BigInt(tables.reduce((sum, part) => sum + part.rows, 0));
  return wrong.length > 0
    ? {
        outcome: 'failed',
        says: `not as it was: ${wrong.slice(0, 5).join(', ')}`,
        tables: tables.length,
        rows,
      }
    : {
        outcome: 'passed',
        says: 'every row came back, and every prover is green',
        tables: tables.length,
        rows,
      };
}

/** Tables whose rows are not those of the backup. */
async function differences(url: string, manifest: Manifest): Promise<string[]> {
  return inSnapshot(url, async (client) => {
    const readers = manifest.kind === 'data' ? await readersOf(client) : ('all at once' as const);
    const found: string[] = [];
    const tables = new Map((await tablesOf(client)).map((table) => [table.name, table]));
    for (const part of manifest.parts) {
      const table = tables.get(part.name);
      if (!part.columns) continue;
      if (!table) {
        found.push(part.name);
        continue;
      }
      const tally: Tally = { rows: 0, sum: 0n };
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      await pipeline(
        readTable(client, { ...table, columns: part.columns }, readers),
        tallying(tally),
        nowhere,
      );
      const isSame =
        tally.rows === part.rows &&
        (changedByRestoring.has(part.name) || tally.sum.toString(16) === part.sum);
      if (!isSame) found.push(part.name);
    }
    return found;
  });
}

/** Provers that are not green in the restored shops, though they are here. */
async function unproven(
  house: BuiltHouse,
  from: DrillFrom,
  scratch: { readonly adminUrl: string; readonly keystoreUrl: string; readonly dataDir: string },
): Promise<string[]> {
  const runtimeUrl = new URL(from.runtimeUrl);
  runtimeUrl.pathname = new URL(scratch.adminUrl).pathname;
  const restored = await buildHouse(
    { ...house.settings, dataDir: scratch.dataDir },
    { runtimeUrl: runtimeUrl.href, keystoreUrl: scratch.keystoreUrl },
    { log: house.log, rootKey: from.rootKey, clock: house.clock, poolSize: 2 },
  );
  try {
    const red = await redProvers(restored);
    const alreadyRed = red.length === 0 ? [] : await redProvers(house);
    return red.filter((one) => !alreadyRed.includes(one));
  } finally {
    await restored.close();
  }
}

async function redProvers(house: BuiltHouse): Promise<string[]> {
  const red: string[] = [];
  for (const id of await listTenantIds(house.db)) {
    const tenant = await findTenantById(house.db, id);
    if (!tenant) continue;
    const actor = { kind: 'system', id: 'backup.drill', purpose: 'administer' } as const;
    for (const prover of modules.flatMap((module) => module.provers ?? [])) {
      const findings = await unitOfWork(house, { tenant, actor }, (ctx) => prover.prove(ctx));
      if (findings.length > 0) red.push(`${tenant.slug} ${prover.name}`);
    }
  }
  return red;
}

async function mayMakeDatabases(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper or rolcreatedb as may from pg_roles where rolname = current_user',
    );
    return rows[0]?.may === true;
  });
}

function withDatabase(url: string, name: string): string {
  const there = new URL(url);
  there.pathname = `/${name}`;
  return there.href;
}
