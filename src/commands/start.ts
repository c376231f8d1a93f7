import { listTenants } from '#modules/tenancy/index.ts';
import type { BuiltHouse } from '../build-house.ts';
import type { Connection } from '../connect.ts';
import { untilStopped } from './command.ts';
import type { Command, Input, Terminal } from './command.ts';
import type { Demo } from './ensure-demo.ts';
import { serve } from './serve.ts';
import { withHouse } from './with-house.ts';

export const start: Command = {
  name: 'start',
  says: 'Brings everything up: database, migrations, demo shop on the first start, web and worker.',
  usage: 'kontor start',
  run: (input) =>
    withHouse(input.settings, (house, connection) => runUntilStopped(house, connection, input), {
      own: true,
      quiet: false,
    }),
};

async function runUntilStopped(
  house: BuiltHouse,
  connection: Connection,
  { settings, terminal }: Input,
): Promise<number> {
  const { migrated } = connection;
  if (migrated.length > 0) terminal.say(`The database is up to date: ${migrated.length} migrations applied.`);
  const demo = settings.demo ? await openDemo(house, terminal) : undefined;
  const serving = await serve(house, { web: true, worker: true }, connection);
  const { port } = new URL(serving.address);
  const host = demo?.host ?? (await listTenants(house.db))[0]?.hosts[0];
  if (host === undefined)
    terminal.result(
      `Kontor is up on port ${port} and has no shop yet. Make one: kontor tenant create NAME --host shop.example --owner-email you@example.org`,
      { address: serving.address, host: null },
    );
  else
    terminal.result(`Kontor is up. Shop http://${host}:${port}  Dashboard http://${host}:${port}/dashboard`, {
      address: serving.address,
      host,
    });

  const stopping = new AbortController();
  const pictures = demo
    ?.pictures(stopping.signal)
    .catch((error: unknown) => house.log.error({ err: error }, 'the demo pictures could not be drawn'));
  await untilStopped();
  terminal.say('Stopping: requests finish, jobs are given back.');
  stopping.abort();
  await pictures;
  await serving.stop();
  return 0;
}

/** Says the login as soon as it exists: should anything fail after that, it is not lost. */
async function openDemo(house: BuiltHouse, terminal: Terminal): Promise<Demo | undefined> {
  // Loaded here, because a web process has no need for the drawings of a demo shop.
  const { ensureDemo } = await import('./ensure-demo.ts');
  return ensureDemo(house, terminal, ({ email, password }) =>
    terminal.say(`Demo login for the dashboard, shown once: ${email}  ${password}`),
  );
}
