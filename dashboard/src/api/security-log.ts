import { api, bodyOf } from './client.ts';
import type { ItemOf } from './client.ts';

export type SecurityEntry = ItemOf<'/api/admin/security-log'>;

/** Every reading stands in the audit log, so it is asked for when somebody looks and not again by itself. */
export const listSecurityLog = (after: string | undefined) =>
  bodyOf(
    api.GET('/api/admin/security-log', {
      params: { query: { limit: 50, ...(after ? { after } : {}) } },
    }),
  );
