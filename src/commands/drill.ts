import { drillRestore } from '../backup/drill.ts';
import type { Command } from './command.ts';
import { withHouse } from './with-house.ts';

export const drill: Command = {
  name: 'drill',
  says: 'Tries whether a backup of today can be restored, in databases of its own; a worker does it once a month.',
  usage: 'kontor drill',
  run: ({ settings, terminal }) =>
    withHouse(settings, async (house, connection) => {
      const held = await drillRestore(house, { ...connection, runtimePassword: settings.runtimePassword });
      terminal.result(
        `${held.outcome}: ${held.says} (${held.tables} tables, ${held.rows} rows, ${Math.round(held.durationMs / 1000)} s)`,
        held,
      );
      return held.outcome === 'passed' ? 0 : 1;
    }),
};
