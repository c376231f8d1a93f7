import type { TestContext } from 'node:test';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.ts';
import type { App } from '../app.ts';
import { modules } from '../modules.ts';
import { startWorker } from '../worker.ts';
import { aHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { settle } from './settle.ts';

export interface TestServer extends TestHouse {
  readonly app: App;
  /** Asks the application without a network, as a visitor of the test shop. */
  readonly inject: (
    request: InjectOptions & { readonly tenantHost?: string },
  ) => Promise<LightMyRequestResponse>;
  /** Listens on a free port of 127.0.0.1 and answers the shop's address, for browsers and other processes. */
  readonly listen: () => Promise<string>;
  /** In a shop without a worker: does at once what one would do about everything that happened, letters first of all. */
  readonly settle: () => Promise<void>;
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
    listen: async () => {
      const address = await http.listen({ host: '127.0.0.1', port: 0 });
      return `http://shop.localhost:${new URL(address).port}`;
    },
    settle: () => settle(shop.house),
  };
}
