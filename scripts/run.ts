import { spawn } from 'node:child_process';

/** The root of the repository. */
export const root = new URL('..', import.meta.url).pathname;

/** Runs a command in the root with our terminal; answers whether it went well. */
export async function run(command: string, args: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
