import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ClauseId } from './clause.ts';

/** What the release's own tests said of one promise. */
export interface ReleaseCheck {
  readonly clause: ClauseId;
  readonly check: string;
  readonly file: string;
  readonly result: 'pass' | 'fail' | 'pending';
}

const root = new URL('../../../', import.meta.url);
const promisesFile = new URL('docs/generated/promises.json', root);

function readChecks(): readonly ReleaseCheck[] {
  try {
    return JSON.parse(readFileSync(promisesFile, 'utf8')) as readonly ReleaseCheck[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []; // nobody has run them
    throw error;
  }
}

/** The day on which the results were written down: from the file that a build leaves, or from git. */
function readDate(): Date | undefined {
  try {
    const built = readFileSync(new URL('docs/generated/release-date', root), 'utf8').trim();
    return new Date(built);
  } catch {
    // not built: a checkout knows its own history
  }
  try {
    const asked = ['log', '-1', '--format=%cI', '--', 'docs/generated/promises.json'];
    const found = execFileSync('git', asked, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return found.trim() === '' ? undefined : new Date(found.trim());
  } catch {
    return undefined; // neither a build nor a checkout: the page says that the day is not known
  }
}

let release: { readonly checks: readonly ReleaseCheck[]; readonly date: Date | undefined } | undefined;

/** What the tests of this release said, and when; read once, for it cannot change while a process lives. */
export function thisRelease(): { readonly checks: readonly ReleaseCheck[]; readonly date: Date | undefined } {
  release ??= { checks: readChecks(), date: readDate() };
  return release;
}
