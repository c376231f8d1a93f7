/** One Kontor per data folder. */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beginningOf } from './embedded-postgres-processes.ts';

/** Kontor cannot run its own PostgreSQL here; the message is one sentence for a person. */
export class PostgresCannotStart extends Error {
  override name = 'PostgresCannotStart';
}

/**
 * Claims a folder for this process and answers how to give it back.
 *
 * The file names the process and when it began, so that a number which the system has since given to
 * someone else does not count. Throws PostgresCannotStart while the other process lives.
 */
export async function claimFolder(folder: string, file: string): Promise<() => Promise<void>> {
  const mine = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) });
  for (;;) {
    if (await isWritten(file, mine)) return () => rm(file, { force: true });
    const theirs = await readClaim(file);
    const pid = livingOwner(theirs);
    if (pid) {
      throw new PostgresCannotStart(
        `${folder} is already in use by another Kontor, process ${pid}: stop that one first, or set KONTOR_DATA to another folder.`,
      );
    }
    await clearAway(file, theirs);
  }
}

async function isWritten(file: string, claim: string): Promise<boolean> {
  try {
    await writeFile(file, claim, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new PostgresCannotStart(`${dirname(file)} cannot be written by this user: ${String(error)}.`, {
      cause: error,
    });
  }
}

/** Empty while its owner is between creating and writing it, so an empty file gets a moment. */
async function readClaim(file: string): Promise<string> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const claim = await readFile(file, 'utf8').catch(() => '');
    if (claim !== '') return claim;
    await pause(50);
  }
  return '';
}

function livingOwner(claim: string): number | undefined {
  const match = /^\{"pid":(\d+)(?:,"began":"([^"]*)")?\}$/.exec(claim);
  if (!match) return undefined;
  const pid = Number(match[1]);
  return match[2] !== undefined && beginningOf(pid) === match[2] ? pid : undefined;
}

/** Moves a dead claim aside first: of two who found the same dead claim only one may remove it. */
async function clearAway(file: string, dead: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return; // Someone else was faster; the next round of claimFolder looks again.
  }
  const moved = await readFile(aside, 'utf8');
  if (moved !== dead && livingOwner(moved)) await rename(aside, file);
  else await rm(aside, { force: true });
}
