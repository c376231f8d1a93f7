import { parseArgs } from 'node:util';
import { isConnectionError } from '#kernel/database.ts';
import { Refusal } from '#kernel/refusal.ts';
import { SettingError, readSettings } from '#kernel/settings.ts';
import { PostgresCannotStart } from '#kernel/embedded-postgres.ts';
import { MigrationError } from '#kernel/migrate.ts';
import { closeTheDoors, infrastructureOf } from '#modules/privacy/index.ts';
import { CommandError, UsageError } from './commands/command.ts';
import type { Command } from './commands/command.ts';
import { commands } from './commands/commands.ts';
import { terminalOn } from './commands/terminal.ts';

const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  const lines = commands.map((command) => `  ${command.name.padEnd(width)}  ${command.says}`);
  return `Kontor: shop, stock, money and a privacy policy that is a program.\n\nUsage: kontor <command> [options]\n\n${lines.join('\n')}\n\nEvery command has --help and --json.`;
}

/** Exit code: 0 done, 1 refused or failed with one sentence on stderr, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    console.error(`kontor: there is no command "${name}". Run kontor --help for the list.`);
    return 2;
  }
  try {
    return await runCommand(command, rest);
  } catch (error) {
    return tell(command, error);
  }
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ...command.options, ...common },
    allowPositionals: command.takesWords === true,
  });
  if (values.help === true) {
    console.log(`${command.says}\n\nUsage: ${command.usage}`);
    return 0;
  }
  const options = values as Readonly<Record<string, string | boolean | undefined>>;
  const settings = readSettings(process.env);
  // From here on nothing reaches another machine but through the gate, whatever a dependency would like to do.
  if (command.drivesOwnServer !== true) closeTheDoors(infrastructureOf(settings));
  return command.run({
    settings,
    terminal: terminalOn(process, values.json === true),
    positionals,
    options,
  });
}

function tell(command: Command, error: unknown): number {
  if (error instanceof UsageError || isArgumentError(error)) {
    console.error(`kontor ${command.name}: ${error.message}\nUsage: ${command.usage}`);
    return 2;
  }
  const known =
    error instanceof CommandError ||
    error instanceof SettingError ||
    error instanceof PostgresCannotStart ||
    error instanceof MigrationError ||
    error instanceof Refusal;
  const reason =
    error instanceof Refusal && Object.keys(error.details).length > 0
      ? `${error.message} ${JSON.stringify(error.details)}`
      : error instanceof Error
        ? error.message
        : String(error);
  const trouble = serverTrouble(error);
  if (trouble !== undefined) {
    console.error(
      `kontor ${command.name}: The database server cannot be used: ${trouble}. Where DATABASE_URL or KEYSTORE_URL is set, look at it.`,
    );
    return 1;
  }
  console.error(`kontor ${command.name}: ${reason}`);
  if (!known && error instanceof Error) console.error(error.stack);
  return 1;
}

/** What a given PostgreSQL has against us, in its own words: nobody listens, a wrong password, a database that is missing. */
function serverTrouble(error: unknown): string | undefined {
  if (error instanceof AggregateError) return serverTrouble(error.errors[0]); // one try for each address of a name
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  return isConnectionError(error) || /^(28|3D)/.test(code) ? error.message : undefined;
}

const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

// Whoever reads along, such as `head`, may stop reading: then there is nothing left to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2));
