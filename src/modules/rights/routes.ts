import type { Http } from '#kernel/http.ts';
import { accountRoutes } from './routes-account.ts';
import { adminRoutes } from './routes-admin.ts';
import { storeRoutes } from './routes-store.ts';

export function routes(http: Http): void {
  storeRoutes(http);
  accountRoutes(http);
  adminRoutes(http);
}
