import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.ts';
import type { App } from '../app.ts';
import { modules } from '../modules.ts';
import { startWorker } from '../worker.ts';
import { aHouse } from './house.ts';
import type { TestHouse } from './house.ts';

export interface TestServer extends TestHouse {
  readonly app: App;
  /** Asks the application without a network, as a visitor of the test shop. */
  readonly inject: (
    request: InjectOptions & { readonly tenantHost?: string },
  ) => Promise<LightMyRequestResponse>;
  /** Waits until every reaction to everything that has happened in the test shop so far has run; needs the worker. */
  readonly newsIsHeard: () => Promise<void>;
  /** Listens on a free port of 127.0.0.1 and answers the shop's address, for browsers and other processes. */
  readonly listen: () => Promise<string>;
}

/** A whole application for one test: house, routes, and a worker when asked for. */
export async function aServer(
  t: TestContext,
  options: { readonly worker?: boolean; readonly poolSize?: number } = {},
): Promise<TestServer> {
  const shop = await aHouse(t, options);
  const app = await buildApp(shop.house, modules);
  const http = app.http as unknown as FastifyInstance;
  const worker = options.worker === true ? await startWorker(shop.house, modules) : undefined;
  shop.beforeEnd(async () => {
    await http.close();
    await worker?.stop();
  });
  return {
    ...shop,
    app,
    inject: ({ tenantHost = 'shop.localhost', ...request }) =>
      http.inject({ ...request, headers: { host: tenantHost, ...request.headers } }),
    newsIsHeard: () => newsIsHeard(shop),
    listen: async () => {
      const address = await http.listen({ host: '127.0.0.1', port: 0 });
      return `http://shop.localhost:${new URL(address).port}`;
    },
  };
}

async function newsIsHeard({ work }: TestHouse): Promise<void> {
  const reactions = modules.flatMap((module) => module.reactions ?? []);
  const waiting = () =>
    work(async ({ tx }) => {
      const done: { factId: string; reaction: string }[] = await tx
        .selectFrom('kernel.reaction_done')
        .select(['factId', 'reaction'])
        .execute();
      const heard = new Set(done.map(({ factId, reaction }) => `${factId} ${reaction}`));
      const facts: { id: string; name: string }[] = await tx
        .selectFrom('kernel.fact')
        .select(['id', 'name'])
        .execute();
      return facts.flatMap(({ id, name }) =>
        reactions.filter((one) => one.to === name && !heard.has(`${id} ${one.name}`)).map((one) => one.name),
      );
    });
  let left = await waiting();
  for (let tries = 0; left.length > 0 && tries < 1_200; tries += 1) {
    await pause(50);
    left = await waiting();
  }
  assert.deepEqual(left, [], 'every reaction has run');
}
