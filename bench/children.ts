/** Processes that the bench starts and ends. */
import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Job, Outcome } from './driver.ts';

export interface Driver {
  run(job: Job): Promise<Outcome>;
  stop(): Promise<void>;
}

/** A process of its own for the buyers, so that their work is not counted as the platform's. */
export function startDriver(): Driver {
  const child = fork(fileURLToPath(new URL('driver.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    async run(job) {
      const answered = nextMessage<{ outcome?: Outcome; failure?: string }>(child);
      child.send(job);
      const { outcome, failure } = await answered;
      if (!outcome) throw new Error(`the driver failed: ${failure}`);
      return outcome;
    },
    stop: () => endProcess(child),
  };
}

export interface Hello {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

export async function startHello(): Promise<Hello> {
  const child = fork(fileURLToPath(new URL('hello.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = await nextMessage<{ port: number }>(child);
  return { pid: child.pid as number, port, stop: () => endProcess(child) };
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`a process of the bench ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });
}

/** Starts a program that prints one JSON line when it is ready. Shape: that line's object. */
export async function startProgram<T>(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly pid: number; readonly ready: T; stop(): Promise<void> }> {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const keep = (line: string): void => void (said.push(line), said.length > 20 && said.shift());
  const lines = createInterface({ input: child.stdout });
  createInterface({ input: child.stderr }).on('line', keep);
  const ready = await new Promise<T>((resolve, reject) => {
    lines.on('line', (line) => (line.startsWith('{"role"') ? resolve(JSON.parse(line) as T) : keep(line)));
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code}: ${said.join(' / ')}`)),
    );
  });
  return { pid: child.pid as number, ready, stop: () => endProcess(child) };
}

/** Asks a process to end, and ends it when it does not. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(impatience);
}
