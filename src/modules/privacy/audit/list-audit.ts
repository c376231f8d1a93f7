import type { Context } from '#kernel/context.ts';
import { selectAuditEntries } from '../queries.ts';
import type { AuditFilter, AuditRow } from '../queries.ts';

/** A page of the audit log, newest first. Shape: `next` is the place to go on from, absent on the last page. */
export async function listAudit(
  ctx: Context,
  filter: AuditFilter,
): Promise<{ items: AuditRow[]; next?: string }> {
  const rows = await selectAuditEntries(ctx, filter);
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  return rows.length > filter.limit && last ? { items, next: last.id } : { items };
}
