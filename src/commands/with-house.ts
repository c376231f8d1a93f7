import type { Settings } from '#kernel/settings.ts';
import { buildHouse, openLog } from '../build-house.ts';
import type { BuiltHouse } from '../build-house.ts';
import { connect } from '../connect.ts';
import type { Connection } from '../connect.ts';

/** Runs a command that needs the databases, beside a running Kontor or alone, and lets go of everything after it. */
export async function withHouse<T>(
  settings: Settings,
  run: (house: BuiltHouse, connection: Connection) => Promise<T>,
  options: { readonly migrate?: boolean; readonly own?: boolean; readonly quiet?: boolean } = {},
): Promise<T> {
  const log = openLog(
    options.quiet === false ? settings.logLevel : settings.logLevel === 'info' ? 'warn' : settings.logLevel,
  );
  const connection = await connect(settings, {
    log,
    migrate: options.migrate ?? true,
    own: options.own ?? false,
  });
  try {
    const house = await buildHouse(settings, connection, { log, rootKey: connection.rootKey });
    try {
      return await run(house, connection);
    } finally {
      await house.close();
    }
  } finally {
    await connection.close();
  }
}
