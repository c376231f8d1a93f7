import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';

/** The root of the repository. */
export const root = new URL('..', import.meta.url).pathname;

/** Our own environment with the programs of node_modules first, as npm does it for its scripts. */
export const env = {
  ...process.env,
  PATH: `${root}node_modules/.bin${delimiter}${process.env['PATH'] ?? ''}`,
};

/** Runs a command in the root with our terminal; answers whether it went well. */
export async function run(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
