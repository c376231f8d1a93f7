import type { TimedJob } from '#kernel/module.ts';
import { SealBroken } from '#modules/privacy/index.ts';
import { fetchPictures } from './fetch-pictures.ts';
import { runImport } from './import-products.ts';
import { workOf } from './import-run.ts';
import type { Work } from './import-run.ts';
import { claimRun, clearReading, deleteOldRuns, insertNotes, updateRun } from './queries.ts';
import type { ImportId } from './tables.ts';
import { openUpload, removeLostUploads, removeUpload } from './upload.ts';

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
    const file = run.state === 'writing' ? nothing() : await openUpload(house, tenant, run.id);
    const done = file && (await runImport(work, tenant, run.id, file, {}).catch(unlessBroken));
    if (!done) await endWithoutFile(work, run.id);
    if (!done?.dryRun || done.state === 'failed') await removeUpload(house, tenant, run.id);
  },
};

// oxlint-disable-next-line require-yield -- what is already staged needs no bytes
async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
}

function unlessBroken(error: unknown): undefined {
  if (!(error instanceof SealBroken)) throw error;
}

/** The file of a command that was cut off, or one that is not as it was uploaded: only whoever has the file can go on. */
async function endWithoutFile(work: Work, id: ImportId): Promise<void> {
  await work(async (ctx) => {
    const says =
      'The file could not be read to its end and is no longer here. Nothing was imported; start again with the file.';
    await clearReading(ctx, id);
    await insertNotes(ctx, id, [{ line: 1, heading: null, severity: 'reject', code: 'file.gone', says }]);
    await updateRun(ctx, id, { state: 'failed', finishedAt: ctx.now });
  });
}

/** Forgets files and reports of imports after two weeks, and at once those files that no import needs. */
const forgetImports: TimedJob = {
  name: 'exchange.forget-imports',
  everySeconds: 3600,
  run: async (house, tenant) => {
    await workOf(house, tenant)((ctx) => deleteOldRuns(ctx, new Date(ctx.now.getTime() - keptMs)));
    await removeLostUploads(house, tenant);
  },
};

/** Fetches the pictures of hosts that staff agreed to, a few at a time. */
const fetchPicturesJob: TimedJob = { name: 'exchange.fetch-pictures', everySeconds: 10, run: fetchPictures };

export const jobs = [importFiles, forgetImports, fetchPicturesJob];
