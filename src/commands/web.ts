import { untilStopped } from './command.ts';
import type { Command } from './command.ts';
import { serve } from './serve.ts';
import { withHouse } from './with-house.ts';

const role = (name: 'web' | 'worker', says: string): Command => ({
  name,
  says,
  usage: `kontor ${name}`,
  run: ({ settings, terminal }) =>
    withHouse(
      settings,
      async (house, connection) => {
        const roles = { web: name === 'web', worker: name === 'worker' };
        const serving = await serve(house, roles, connection);
        terminal.result(
          name === 'web' ? `The web process listens on ${serving.address}.` : 'The worker runs.',
          { role: name, address: serving.address },
        );
        await untilStopped();
        await serving.stop();
        return 0;
      },
      { migrate: false, quiet: false },
    ),
});

export const web: Command = role('web', 'Answers requests; run as many as you like behind a load balancer.');
export const worker: Command = role(
  'worker',
  'Does everything that happens after a request; run as many as you like.',
);
