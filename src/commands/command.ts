import type { ParseArgsOptionsConfig } from 'node:util';
import type { Settings } from '#kernel/settings.ts';

/** What a command may print: results to stdout, everything else to stderr; progress only on a terminal. */
export interface Terminal {
  readonly json: boolean;
  /** A result: a line for people, the object for `--json`. */
  readonly result: (line: string, value: unknown) => void;
  /** Something worth knowing that is not the result. */
  readonly say: (line: string) => void;
  /** Long work's progress; replaces the last one. */
  readonly progress: (line: string) => void;
}

export interface Input {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** One subcommand of `kontor`. */
export interface Command {
  readonly name: string;
  readonly says: string;
  readonly usage: string;
  readonly options?: ParseArgsOptionsConfig;
  /** It takes words beside its options, such as a file; every other command refuses them. */
  readonly takesWords?: true;
  /** Exit code: 0 done, 1 refused or failed, 2 wrong usage. */
  readonly run: (input: Input) => Promise<number>;
  /** It is a customer of a server that it starts itself, and so needs doors of its own. */
  readonly drivesOwnServer?: true;
}

/** The command line was wrong; the message says how. */
export class UsageError extends Error {}

/** The command cannot do it; the message is the one sentence for stderr. */
export class CommandError extends Error {}

export const text = (input: Input, name: string): string | undefined => {
  const value = input.options[name];
  return typeof value === 'string' ? value : undefined;
};

/** Waits for Ctrl-C or a stop signal; the first asks, a second one within the stop is left to the system. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
