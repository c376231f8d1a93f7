/**
 * Checks who calls whom: `node scripts/architecture.ts`.
 *
 * Only folders that exist are read, so that a clone without a dashboard or benchmarks is checked too.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mayCall } from '../architecture.ts';
import { root, run } from './run.ts';

const folders = ['src', 'tests', 'scripts', 'bench', 'examples'].filter((folder) =>
  existsSync(root + folder),
);

/** Module folders that `architecture.ts` does not list, and modules it lists above themselves. */
function findLawbreakers(): string[] {
  const names: string[] = Object.keys(mayCall);
  const present = existsSync(`${root}src/modules`) ? readdirSync(`${root}src/modules`) : [];
  const unlisted = present.filter((folder) => !names.includes(folder));
  const upsideDown = Object.entries(mayCall).flatMap(([name, allowed]) =>
    allowed
      .filter((other) => names.indexOf(other) >= names.indexOf(name))
      .map((other) => `${name} → ${other}`),
  );
  return [
    ...unlisted.map((folder) => `src/modules/${folder} is not in architecture.ts.`),
    ...upsideDown.map(
      (pair) => `architecture.ts lets a module call one that does not stand above it: ${pair}.`,
    ),
  ];
}

const lawbreakers = findLawbreakers();
for (const sentence of lawbreakers) console.error(sentence);

const isClean = await run('depcruise', ['--config', '.dependency-cruiser.ts', ...folders, 'architecture.ts']);
process.exitCode = isClean && lawbreakers.length === 0 ? 0 : 1;
