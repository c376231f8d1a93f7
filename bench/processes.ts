/** What processes cost, read from Linux's own books. */
import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100; // fixed for user programs on Linux, whatever the kernel's own clock

interface Times {
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended and were buried. */
  readonly buried: number;
}

/** Shape: undefined when the process has ended. */
function timesOf(pid: number): Times | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined; // processes come and go while we look
  }
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, buriedUser = 0, buriedSystem = 0] = [1, 11, 12, 13, 14].map(
    (at) => fields[at],
  );
  return {
    parent,
    own: (user + system) / ticksPerSecond,
    buried: (buriedUser + buriedSystem) / ticksPerSecond,
  };
}

/** Units: seconds of CPU of a process with all its threads, since it began. */
export const cpuOf = (pid: number): number => timesOf(pid)?.own ?? 0;

/** Units: seconds of CPU of a process and its children, those that have ended included. */
export function cpuOfFamily(pid: number): number {
  const head = timesOf(pid);
  if (!head) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.own ?? 0), head.own + head.buried);
}

/** Units: megabytes (10^6 bytes) that a process keeps in memory now. */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
}
