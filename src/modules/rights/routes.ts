import type { Http } from '#kernel/http.ts';
import { accountRoutes } from './routes-account.ts';
import { requestRoutes, waitingRoutes } from './routes-admin.ts';
import { decisionRoutes, preparingRoutes } from './routes-decisions.ts';
import { centreRoutes, ownRequestRoutes, ownRequestsRoutes } from './routes-store.ts';

export function routes(http: Http): void {
  centreRoutes(http);
  ownRequestsRoutes(http);
  ownRequestRoutes(http);
  accountRoutes(http);
  waitingRoutes(http);
  requestRoutes(http);
  preparingRoutes(http);
  decisionRoutes(http);
}
