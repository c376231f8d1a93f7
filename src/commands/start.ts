import { untilStopped } from './command.ts';
import type { Command } from './command.ts';
import { serve } from './serve.ts';
import { withHouse } from './with-house.ts';

export const start: Command = {
  name: 'start',
  says: 'Brings everything up: database, migrations, demo shop on the first start, web and worker.',
  usage: 'kontor start',
  run: ({ settings, terminal }) =>
    withHouse(
      settings,
      async (house, connection) => {
        if (connection.migrated.length > 0)
          terminal.say(`The database is up to date: ${connection.migrated.length} migrations applied.`);
        // Loaded here, because a web process has no need for the drawings of a demo shop.
        const welcome = settings.demo
          ? await (await import('./ensure-demo.ts')).ensureDemo(house, terminal)
          : undefined;
        const serving = await serve(house, { web: true, worker: true });
        const port = new URL(serving.address).port;
        const host = welcome?.host ?? 'localhost';
        terminal.result(
          `Kontor is up. Shop http://${host}:${port}  Dashboard http://${host}:${port}/dashboard`,
          { address: serving.address, host },
        );
        if (welcome?.login)
          terminal.say(
            `Demo login for the dashboard, shown once: ${welcome.login.email}  ${welcome.login.password}`,
          );
        const stopping = new AbortController();
        const pictures = welcome
          ?.pictures(stopping.signal)
          .catch((error: unknown) => house.log.error({ err: error }, 'the demo pictures could not be drawn'));
        await untilStopped();
        terminal.say('Stopping: requests finish, jobs are given back.');
        stopping.abort();
        await pictures;
        await serving.stop();
        return 0;
      },
      { own: true, quiet: false },
    ),
};
