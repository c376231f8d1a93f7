import type { Http } from '#kernel/http.ts';
import { incidentRoutes } from './routes-incidents.ts';
import { legalRoutes } from './routes-legal.ts';
import { recordRoutes } from './routes-records.ts';

export function routes(http: Http): void {
  incidentRoutes(http);
  recordRoutes(http);
  legalRoutes(http);
}
