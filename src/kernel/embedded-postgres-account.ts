/** PostgreSQL refuses to run as root, so a Kontor that is root lends it another account of the machine. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PostgresCannotStart } from './embedded-postgres-lock.ts';

/** The account that PostgreSQL runs as; undefined means our own. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string } | undefined;

type Log = (line: string) => void;

/**
 * Chooses the account: our own if we are not root; else the owner of the data folder, so that `sudo` in
 * someone's home does not lock them out; else `postgres`, created when the machine has none; else `nobody`.
 */
export function chooseAccount(cluster: string, log: Log): Account {
  const owner = ownerAbove(cluster);
  const we = process.getuid?.();
  if (we === undefined) return undefined;
  if (we !== 0) {
    if (existsSync(cluster) && statSync(cluster).uid !== we) {
      throw new PostgresCannotStart(
        `The database in ${cluster} belongs to the system account ${accountOf(owner)?.name ?? owner}: start Kontor as the same user as the first time.`,
      );
    }
    return undefined;
  }
  const account =
    (owner === 0 ? undefined : accountOf(owner)) ??
    accountOf('postgres') ??
    createAccount(log) ??
    accountOf('nobody');
  if (account) return account;
  throw new PostgresCannotStart(
    'PostgreSQL does not run as root and no account "postgres" could be created: start Kontor as an ordinary user, or set DATABASE_URL.',
  );
}

function createAccount(log: Log): Account {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'];
  if (spawnSync('useradd', args).status !== 0) return undefined;
  log('Created the system account "postgres", because PostgreSQL does not run as root.');
  return accountOf('postgres');
}

function accountOf(user: string | number): Account {
  const ask = (flag: string): string =>
    spawnSync('id', [flag, String(user)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const name = ask('-nu');
  return name === '' ? undefined : { uid: Number(ask('-u')), gid: Number(ask('-g')), name };
}

/** Who owns the nearest existing folder that is not root's own; 0 when all of them are. */
function ownerAbove(path: string): number {
  const owner = existsSync(path) ? statSync(path).uid : 0;
  return owner !== 0 || dirname(path) === path ? owner : ownerAbove(dirname(path));
}

/**
 * Makes sure that the account reaches a folder through every folder above it.
 *
 * A folder that is closed to its group (such as /root) is given to the account's group with the right to
 * pass through and nothing else, which opens it to no one but that account. Anything else is left alone.
 */
export function openWayTo(folder: string, account: Account, log: Log): void {
  if (!account || mayEnter(folder, account)) return;
  for (const step of stepsTo(folder)) {
    const { mode, uid } = statSync(step);
    const isClosedToGroup = (mode & 0o070) === 0;
    if (mayEnter(step, account) || !isClosedToGroup) continue;
    chownSync(step, uid, account.gid);
    chmodSync(step, (mode & 0o7777) | 0o010);
    log(`Let the system account ${account.name} pass through ${step}, where PostgreSQL lives.`);
  }
  const wall = stepsTo(folder).find((step) => !mayEnter(step, account));
  if (!wall) return;
  throw new PostgresCannotStart(
    `PostgreSQL runs as the system account ${account.name}, which may not enter ${wall}: run "chmod o+x ${wall}", or start Kontor as an ordinary user.`,
  );
}

const stepsTo = (folder: string): string[] =>
  dirname(folder) === folder ? [folder] : [...stepsTo(dirname(folder)), folder];

/** Asked of the system itself, so that access lists and mounts count too. */
function mayEnter(folder: string, { uid, gid }: { uid: number; gid: number }): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}
