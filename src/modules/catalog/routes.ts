import type { Http } from '#kernel/http.ts';
import { mediaRoutes } from './routes-media.ts';
import { pictureRoutes } from './routes-pictures.ts';
import { shelfRoutes } from './routes-shelves.ts';
import { changeRoutes, productRoutes } from './routes-staff.ts';
import { storeRoutes } from './routes-store.ts';

/** What the catalogue answers over HTTP: the shop window, the pictures and the staff's desk. */
export function routes(http: Http): void {
  storeRoutes(http);
  mediaRoutes(http);
  productRoutes(http);
  changeRoutes(http);
  pictureRoutes(http);
  shelfRoutes(http);
}
