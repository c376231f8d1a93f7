import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Site } from './processes.ts';

/** A folder that goes away with the test. */
export async function aFolder(t: TestContext, name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `kontor-${name}-`));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Another machine: empty databases on the same server, a data folder with the recovery keys and nothing else. */
export async function anEmptyMachine(
  t: TestContext,
  site: Site,
  { number, rootKey }: { readonly number: number; readonly rootKey: string },
) {
  const dataUrl = new URL(site.dataUrl);
  const keysUrl = new URL(site.keysUrl);
  [dataUrl.pathname, keysUrl.pathname] = [`/kontor${number}`, `/kontor${number}_keys`];
  await site.rows(`create database kontor${number}`);
  await site.rows(`create database kontor${number}_keys`);
  const folder = await aFolder(t, 'machine');
  await cp(join(site.folder, 'recovery'), join(folder, 'recovery'), { recursive: true });
  const env = {
    DATABASE_URL: dataUrl.href,
    KEYSTORE_URL: keysUrl.href,
    KONTOR_DATA: folder,
    ROOT_KEY: rootKey,
    KONTOR_DEMO: 'true',
    PORT: '0',
    METRICS_PORT: '0',
  };
  return { env, folder, dataUrl: dataUrl.href, keysUrl: keysUrl.href };
}
