import type { Http } from '#kernel/http.ts';
import { incidentRoutes, noticeRoutes, scopeRoutes, stepRoutes } from './routes-incidents.ts';
import { disclosureRoutes, legalRoutes } from './routes-legal.ts';
import { lookRoutes, recordRoutes, settingRoutes, trainingRoutes } from './routes-records.ts';

export function routes(http: Http): void {
  incidentRoutes(http);
  stepRoutes(http);
  scopeRoutes(http);
  noticeRoutes(http);
  recordRoutes(http);
  trainingRoutes(http);
  settingRoutes(http);
  lookRoutes(http);
  legalRoutes(http);
  disclosureRoutes(http);
}
