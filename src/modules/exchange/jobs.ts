import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import type { TimedJob } from '#kernel/module.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { runImport } from './import-products.ts';
import { uploadKey, workOf } from './import-run.ts';
import { claimRun, deleteOldRuns, insertNotes, updateRun } from './queries.ts';

const silentMs = 2 * 60_000;
const keptMs = 14 * 86_400_000;

/** Runs imports that wait, and goes on with those whose process died. */
const importFiles: TimedJob = {
  name: 'exchange.import-files',
  everySeconds: 5,
  run: async (house, tenant) => {
    const work = workOf(house, tenant);
    const run = await work((ctx) => claimRun(ctx, new Date(ctx.now.getTime() - silentMs)));
    if (!run) return;
    const key = uploadKey(tenant, run.id);
    const needsFile = run.state !== 'writing';
    if (needsFile && !(await house.files.has(key))) return endWithoutFile(house, tenant, run.id);
    const done = await runImport(work, tenant, run.id, needsFile ? house.files.stream(key) : nothing(), {});
    if (!done.dryRun) await house.files.remove(key);
  },
};

// oxlint-disable-next-line require-yield -- what is already staged needs no bytes
async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
}

/** A command that was cut off while it read its file: only whoever has the file can go on. */
async function endWithoutFile(
  house: House,
  tenant: Tenant,
  id: Parameters<typeof updateRun>[1],
): Promise<void> {
  await workOf(
    house,
    tenant,
  )(async (ctx) => {
    const says =
      'Reading was cut off and the file is no longer here. Nothing was imported; start again with the file.';
    await insertNotes(ctx, id, [{ line: 1, heading: null, severity: 'reject', code: 'file.gone', says }]);
    await updateRun(ctx, id, { state: 'failed', finishedAt: ctx.now });
  });
}

/** Forgets files and reports of imports after two weeks. */
const forgetImports: TimedJob = {
  name: 'exchange.forget-imports',
  everySeconds: 6 * 3600,
  run: async (house, tenant) => {
    const gone = await workOf(
      house,
      tenant,
    )((ctx) => deleteOldRuns(ctx, new Date(ctx.now.getTime() - keptMs)));
    for (const id of gone) await house.files.remove(uploadKey(tenant, id));
  },
};

/** Fetches the pictures of hosts that staff agreed to, a few at a time. */
const fetchPicturesJob: TimedJob = { name: 'exchange.fetch-pictures', everySeconds: 10, run: fetchPictures };

export const jobs = [importFiles, forgetImports, fetchPicturesJob];
