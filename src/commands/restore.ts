import { join, resolve } from 'node:path';
import { listBackups } from '../backup/manifest.ts';
import {
  emptyTargets,
  isServing,
  openBackup,
  refuseUnknownSchema,
  restoreData,
  restoreKeystore,
  takeJournalOver,
  whatIsThere,
} from '../backup/restore-backup.ts';
import type { OpenedBackup, RestoreTo } from '../backup/restore-backup.ts';
import { replayErasures } from '../backup/replay-erasures.ts';
import { BackupDamaged } from '../backup/manifest.ts';
import { openLog, rootKeyOf } from '../build-house.ts';
import { findServers } from '../connect.ts';
import { migrationSources } from '../modules.ts';
import { CommandError, UsageError, text } from './command.ts';
import type { Command, Input } from './command.ts';
import { withHouse } from './with-house.ts';

export const restore: Command = {
  name: 'restore',
  says: 'Puts a backup back, and erases again whoever was erased since it was made.',
  usage: 'kontor restore DIR [--data NAME] [--keystore NAME] [--only data|keystore] [--force]',
  takesWords: true,
  options: {
    data: { type: 'string' },
    keystore: { type: 'string' },
    only: { type: 'string' },
    force: { type: 'boolean' },
  },
  run: async (input) => {
    const [dir, ...rest] = input.positionals;
    if (dir === undefined || rest.length > 0) throw new UsageError('say the folder that the backups are in');
    const only = text(input, 'only');
    if (only !== undefined && only !== 'data' && only !== 'keystore')
      throw new UsageError('--only is data or keystore');
    const what = { data: only !== 'keystore', keystore: only !== 'data' };
    await putBack(resolve(dir), input, what).catch((error: unknown) => {
      throw error instanceof BackupDamaged ? new CommandError(error.message, { cause: error }) : error;
    });
    const erased = await withHouse(input.settings, (house) => replayErasures(house), { migrate: true });
    input.terminal.result(
      `Restored.${erased > 0 ? ` ${erased} people who had been erased since were erased again.` : ' Nobody had to be erased again.'} Kontor may serve.`,
      { restored: true, erasedAgain: erased },
    );
    return 0;
  },
};

async function putBack(dir: string, input: Input, what: { data: boolean; keystore: boolean }): Promise<void> {
  const { settings, terminal } = input;
  const log = openLog('warn');
  const servers = await findServers(settings, { log, own: false });
  try {
    const to: RestoreTo = {
      ...servers,
      rootKey: await rootKeyOf(settings),
      dataDir: settings.dataDir,
      runtimePassword: settings.runtimePassword,
      sources: migrationSources,
      log,
      progress: (line) => terminal.progress(line),
    };
    // Everything is looked at before anything is changed.
    const keystore = what.keystore ? await chosen(dir, 'keystore', text(input, 'keystore'), to) : undefined;
    const data = what.data ? await chosen(dir, 'data', text(input, 'data'), to) : undefined;
    if (await isServing(servers.adminUrl))
      throw new CommandError('Kontor is running on this database: stop it first.');
    const there = await whatIsThere(to, what);
    if (there !== undefined && input.options['force'] !== true)
      throw new CommandError(`${there} With --force it is replaced by the backup.`);
    await takeJournalOver(dir, settings.dataDir);
    await emptyTargets(to, what);
    if (keystore) await restoreKeystore(keystore, to);
    if (data) await restoreData(data, to);
  } finally {
    await servers.stop();
  }
}

/** The backup that was named, or the newest. */
async function chosen(
  dir: string,
  kind: 'data' | 'keystore',
  named: string | undefined,
  to: RestoreTo,
): Promise<OpenedBackup> {
  const name = named ?? (await listBackups(dir, kind)).at(-1);
  if (name === undefined) throw new CommandError(`There is no backup of the ${kind} in ${join(dir, kind)}.`);
  const opened = await openBackup(join(dir, kind, name), to);
  if (opened.manifest.kind !== kind)
    throw new CommandError(`${join(dir, kind, name)} is no backup of the ${kind}.`);
  await refuseUnknownSchema(opened, to.sources);
  return opened;
}
