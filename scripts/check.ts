/** Everything that must hold before a commit, one named step after the other: `npm run check`. */
import { existsSync } from 'node:fs';
import { root, run } from './run.ts';

const tsc = 'node_modules/typescript-7/bin/tsc';
const cache = 'node_modules/.cache/prettier';

const steps: { name: string; command: string; args: string[]; needs?: string }[] = [
  // first, because the linter reads the types of the dashboard too
  {
    name: "the API's types",
    command: 'node',
    args: ['scripts/api-types.ts'],
    needs: 'dashboard/tsconfig.json',
  },
  {
    name: 'format',
    command: 'prettier',
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', cache, '.'],
  },
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'types', command: 'node', args: [tsc, '--noEmit', '-p', '.'] },
  { name: 'architecture', command: 'node', args: ['scripts/architecture.ts'] },
  {
    name: 'dashboard types',
    command: 'node',
    args: [tsc, '--noEmit', '-p', 'dashboard'],
    needs: 'dashboard/tsconfig.json',
  },
  { name: 'tests', command: 'node', args: ['scripts/test.ts'] },
];

const failed: string[] = [];
for (const { name, command, args, needs } of steps) {
  if (needs && !existsSync(root + needs)) continue;
  const began = performance.now();
  console.log(`\n▸ ${name}`);
  if (!(await run(command, args))) failed.push(name);
  console.log(
    `  ${failed.includes(name) ? 'failed' : 'done'} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}

if (failed.length > 0) {
  console.error(`\nThe check failed at: ${failed.join(', ')}.`);
  process.exitCode = 1;
} else {
  console.log('\nThe check passed.');
}
