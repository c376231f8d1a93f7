import type { Http } from '#kernel/http.ts';
import { agreementRoutes } from './routes-register.ts';
import { wishRoutes } from './routes-wishes.ts';

/** The register of companies, the ledger of what left, and what people want to hear. */
export function egressRoutes(http: Http): void {
  agreementRoutes(http);
  wishRoutes(http);
}
