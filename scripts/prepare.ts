/**
 * Builds the dashboard after `npm ci`, so that `npm start` has everything.
 *
 * npm runs this with the Node it has just installed. A clone without a dashboard, or an install without
 * development packages, is left as it is: `npm run build:dashboard` does it later.
 */
import { existsSync } from 'node:fs';
import { root, run } from './run.ts';

if (!existsSync(`${root}dashboard/index.html`)) {
  console.log('There is no dashboard to build.');
} else if (!existsSync(`${root}node_modules/.bin/vite`)) {
  console.log('The dashboard was not built, because the development packages are not installed.');
} else {
  const isBuilt =
    (await run('node', ['scripts/api-types.ts'])) &&
    (await run('vite', ['build', 'dashboard', '--logLevel', 'warn']));
  if (!isBuilt) {
    console.error('The dashboard could not be built.');
    process.exitCode = 1;
  }
}
