/** What runs on this machine, as far as the embedded PostgreSQL needs to know: Linux through /proc, others through `ps`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const isLinux = process.platform === 'linux';

/** When a living process began, as text to compare; undefined when there is no such process. */
export function beginningOf(pid: number): string | undefined {
  if (!isLinux) return ps('-o', 'lstart=', '-p', String(pid)).trim() || undefined;
  const stat = readIfThere(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isAlive = stat !== '' && fields[0] !== 'Z' && fields[0] !== 'X';
  return isAlive ? `${readIfThere('/proc/sys/kernel/random/boot_id').trim()} ${fields[19]}` : undefined;
}

/**
 * The PostgreSQL processes of one cluster, found by the cluster's name, which they all carry in their title.
 *
 * Shape: process ids, empty when none lives; processes that have ended and wait to be buried do not count.
 */
export function serversOf(clusterName: string): number[] {
  return commandLines()
    .filter(([, line]) => line.startsWith(`postgres: ${clusterName}:`) || isPostmaster(line, clusterName))
    .map(([pid]) => pid);
}

const isPostmaster = (line: string, clusterName: string): boolean =>
  /^\S*.*[/\\]postgres(\.exe)? /.test(line) && line.includes(` cluster_name=${clusterName} `);

function commandLines(): [pid: number, line: string][] {
  if (isLinux) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), readIfThere(`/proc/${name}/cmdline`).replaceAll('\0', ' ')]);
  }
  return ps('-axo', 'pid=,command=')
    .split('\n')
    .map((line): [number, string] => {
      const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
      return [Number(pid), `${command} `];
    });
}

function ps(...args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return ''; // `ps` ends with 1 when nothing matches.
  }
}

/** Processes come and go while we look, so a file that is gone reads as empty. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
