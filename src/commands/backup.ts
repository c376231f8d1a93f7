import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeBackup } from '../backup/make-backup.ts';
import { findServers } from '../connect.ts';
import { openLog, rootKeyOf } from '../build-house.ts';
import { UsageError } from './command.ts';
import type { Command } from './command.ts';

/** The version of this Kontor, for manifests. */
async function versionOfKontor(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

export const backup: Command = {
  name: 'backup',
  says: 'Backs up data and keystore apart, sealed; runs beside a Kontor that serves.',
  usage: 'kontor backup DIR',
  takesWords: true,
  run: async ({ settings, terminal, positionals }) => {
    const [dir, ...rest] = positionals;
    if (dir === undefined || rest.length > 0) throw new UsageError('say one folder to write the backup to');
    const servers = await findServers(settings, { log: openLog('warn'), own: false });
    try {
      const made = await makeBackup(resolve(dir), {
        ...servers,
        rootKey: await rootKeyOf(settings),
        dataDir: settings.dataDir,
        version: await versionOfKontor(),
        now: new Date(),
        progress: (line) => terminal.progress(line),
      });
      terminal.result(
        `Backed up ${made.rows} rows of ${made.tables} tables (${Math.ceil(made.bytes / 1024)} KiB).\n  data:     ${made.data}\n  keystore: ${made.keystore}\nKeep the two apart, and neither beside the root key and the folder recovery.${made.removed.length > 0 ? ` ${made.removed.length} old backups of the keystore were removed.` : ''}`,
        made,
      );
      return 0;
    } finally {
      await servers.stop();
    }
  },
};
