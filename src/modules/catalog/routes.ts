import type { Http } from '#kernel/http.ts';
import { mediaRoutes } from './routes-media.ts';
import { shelfRoutes } from './routes-shelves.ts';
import { staffRoutes } from './routes-staff.ts';
import { storeRoutes } from './routes-store.ts';

/** What the catalogue answers over HTTP: the shop window, the pictures and the staff's desk. */
export function routes(http: Http): void {
  storeRoutes(http);
  mediaRoutes(http);
  staffRoutes(http);
  shelfRoutes(http);
}
