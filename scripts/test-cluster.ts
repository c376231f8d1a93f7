import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts';
import { root } from './run.ts';

/** A throwaway PostgreSQL with Kontor's template databases. */
export interface TestCluster {
  /** The superuser's address. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Nothing here has to outlive a power cut, so nothing waits for the disk. */
const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'log_min_messages=fatal'];

/** Uses the server in KONTOR_TEST_POSTGRES, or starts one in a temporary folder; prepares the templates on it. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env['KONTOR_TEST_POSTGRES'];
  if (given) {
    await prepareTemplates(given);
    return { url: given, stop: async () => {} };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'kontor-test-'));
  const remove = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  const lines: string[] = [];
  try {
    const server = await startEmbeddedPostgres({
      dataDir,
      log: (line) => lines.push(line),
      flags: flags.flatMap((flag) => ['-c', flag]),
    });
    const stop = (): Promise<void> => server.stop().finally(remove);
    await prepareTemplates(server.url).catch((error) => stop().then(() => Promise.reject(error)));
    return { url: server.url, stop };
  } catch (error) {
    console.error(lines.join('\n'));
    await remove();
    throw error;
  }
}

async function prepareTemplates(url: string): Promise<void> {
  const file = `${root}src/testing/template.ts`;
  if (!existsSync(file)) {
    console.log('There are no template databases to prepare: src/testing/template.ts does not exist.');
    return;
  }
  const testing = (await import(file)) as { prepareTemplates: (superuserUrl: string) => Promise<unknown> };
  await testing.prepareTemplates(url);
}
