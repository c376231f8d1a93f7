import type { Command } from './command.ts';
import { withHouse } from './with-house.ts';

export const migrate: Command = {
  name: 'migrate',
  says: 'Brings the database up to date; safe to run at any time and from several processes.',
  usage: 'kontor migrate',
  run: ({ settings, terminal }) =>
    withHouse(settings, async (_house, { migrated }) => {
      terminal.result(
        migrated.length === 0
          ? 'The database is up to date.'
          : `Applied ${migrated.length} migrations: ${migrated.join(', ')}.`,
        { migrated },
      );
      return 0;
    }),
};
