import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { declaredTables } from '#kernel/registry.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { scanFolder } from '#modules/privacy/index.ts';
import { facts } from './facts.ts';
import { lockErasure, selectUnscanned, updateErasure } from './queries.ts';
import { countInJobs, countInTable } from './queries-scan.ts';
import type { ErasureId } from './tables.ts';
import { openTraces } from './traces.ts';

const asItself = { kind: 'system', id: 'persons.scan', purpose: 'rights' } as const;
/** Shorter texts stand in too many places to mean anybody. */
const shortest = 8;

/**
 * Searches every store of the tenant for the addresses and numbers of people who were erased: every row of every table
 * as text, the job queue, the files of mails and uploads. A timed job, one erasure after the other.
 *
 * What it finds stands in the clear, which nothing may: staff are told. Announces: persons.residueFound.
 * Source: privacy.md C5, P4.
 */
export async function scanStores(house: House, tenant: Tenant): Promise<void> {
  const work = <T>(run: (ctx: Context) => Promise<T>): Promise<T> =>
    unitOfWork(house, { tenant, actor: asItself }, run);
  for (const id of await work((ctx) => selectUnscanned(ctx, 20))) {
    const texts = await work(async (ctx) => {
      const { emails, phones } = await openTraces(ctx, (await lockErasure(ctx, id))?.traces ?? null);
      return [...emails, ...phones]
        .filter((text) => text.length >= shortest)
        .map((text) => text.toLowerCase());
    });
    const places = texts.length === 0 ? [] : await placesOf(house, tenant, texts);
    if (places.length > 0)
      house.log.error({ erasure: id, places }, 'something about an erased person stands in the clear');
    await work((ctx) => note(ctx, id, places.length));
  }
}

/** Shape: names of tables and folders. */
async function placesOf(house: House, tenant: Tenant, texts: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for (const { name, scope } of declaredTables().values()) {
    if (scope !== 'tenant') continue;
    const count = await unitOfWork(house, { tenant, actor: asItself }, (ctx) =>
      countInTable(ctx, name, texts),
    );
    if (count > 0) places.push(name);
  }
  if ((await countInJobs(house.db, texts)) > 0) places.push('pgboss.job');
  for (const folder of ['mail', 'files']) {
    const path = join(house.settings.dataDir, folder, tenant.id);
    if ((await isFolder(path)) && (await scanFolder(path, texts)).length > 0) places.push(`data/${folder}`);
  }
  return places;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

async function note(ctx: Context, id: ErasureId, places: number): Promise<void> {
  const erasure = await lockErasure(ctx, id);
  await updateErasure(ctx, id, {
    scannedAt: ctx.now,
    scanFound: places,
    // The companies still have to be told by what they know the person by.
    ...(erasure?.state === 'fulfilled' && { traces: null }),
  });
  if (places > 0) ctx.emit(facts.residueFound({ erasureId: id, places }));
}
