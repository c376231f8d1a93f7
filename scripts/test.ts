/**
 * Runs the tests on a PostgreSQL started for them: `npm test`, `npm test -- src/modules/catalog`,
 * `npm test -- --test-name-pattern="…"`.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './run.ts';
import { startTestCluster } from './test-cluster.ts';

const given = process.argv.slice(2);
const flags = given.filter((argument) => argument.startsWith('-'));
const paths = given.filter((argument) => !argument.startsWith('-'));
const files = findTests(paths.length > 0 ? paths : ['src', 'tests', 'dashboard/src']);

/** Test files in the given files and folders. The planted violations are not tests of ours. */
function findTests(places: readonly string[]): string[] {
  const found = places.flatMap((place) => {
    const path = relative(root, join(root, place)) || '.';
    const isFolder = statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
    return globSync(isFolder ? `${path}/**/*.test.ts` : path, { cwd: root });
  });
  return [...new Set(found)]
    .filter((file) => !file.includes('architecture/fixture/') && !file.includes('node_modules/'))
    .sort();
}

/** Ctrl-C ends the tests and still stops the server, whenever it comes. */
let tests: ChildProcess | undefined;
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isInterrupted = true;
    tests?.kill(signal);
  });
}

async function runTests(postgres: string): Promise<number> {
  if (isInterrupted) return 1;
  const args = ['--test', '--test-reporter=spec', '--test-concurrency=2', ...flags, ...files];
  const env = { ...process.env, KONTOR_TEST_POSTGRES: postgres };
  const running = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  tests = running;
  return new Promise((resolve) => running.once('exit', (code) => resolve(code ?? 1)));
}

if (files.length === 0) {
  console.error(`There are no test files in ${paths.join(', ') || 'src and tests'}.`);
  process.exitCode = 1;
} else {
  const cluster = await startTestCluster();
  process.exitCode = await runTests(cluster.url).finally(cluster.stop);
}
