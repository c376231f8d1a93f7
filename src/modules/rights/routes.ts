import type { Http } from '#kernel/http.ts';
import { accountRoutes } from './routes-account.ts';
import { requestRoutes, waitingRoutes } from './routes-admin.ts';
import { decisionRoutes, preparingRoutes } from './routes-decisions.ts';
import { storeRoutes } from './routes-store.ts';

export function routes(http: Http): void {
  storeRoutes(http);
  accountRoutes(http);
  waitingRoutes(http);
  requestRoutes(http);
  preparingRoutes(http);
  decisionRoutes(http);
}
