import { api, bodyOf } from './client.ts';
import type { ItemOf } from './client.ts';

export type AuditEntry = ItemOf<'/api/admin/audit'>;

export interface AuditFilter {
  readonly action?: string;
  readonly actor?: string;
  readonly table?: string;
  readonly id?: string;
  readonly subject?: string;
}

export const listAudit = (filter: AuditFilter, after: string | undefined, limit = 50) =>
  bodyOf(
    api.GET('/api/admin/audit', { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }),
  );
