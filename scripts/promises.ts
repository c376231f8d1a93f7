/**
 * Runs the tests of the promises and writes down what each said: `node scripts/promises.ts`.
 *
 * docs/generated/promises.json is what the trust page and `kontor verify` know of a release; its day is that of the
 * commit that wrote it, or of docs/generated/release-date where a build left one.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { root } from './run.ts';
import { startTestCluster } from './test-cluster.ts';

const files = globSync('tests/promises/**/*.test.ts', { cwd: root }).sort();
const written = `${root}docs/generated/promises.json`;

async function runPromises(postgres: string): Promise<number> {
  const aside = `${written}.new`;
  await mkdir(`${root}docs/generated`, { recursive: true });
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/promises-reporter.ts',
    `--test-reporter-destination=${aside}`,
  ];
  const running = spawn(process.execPath, ['--test', '--test-concurrency=2', ...reporters, ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, KONTOR_TEST_POSTGRES: postgres },
  });
  const code = await new Promise<number>((resolve) => running.once('exit', (given) => resolve(given ?? 1)));
  // also when something failed: a promise that does not hold is to be seen
  await rename(aside, written);
  return code;
}

const given = process.env['KONTOR_TEST_POSTGRES'];
if (given) process.exitCode = await runPromises(given);
else {
  const cluster = await startTestCluster();
  process.exitCode = await runPromises(cluster.url).finally(cluster.stop);
}
