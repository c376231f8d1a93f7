import type { Context } from '#kernel/context.ts';
import { selectSecurityEntries } from './queries.ts';
import { refuse } from '../refuse.ts';
import { unwrapWith } from '../root-key.ts';
import { dayOfEntry, placeOf } from './security-log.ts';
import type { SecurityEntryId, Sender } from './security-log.ts';

export interface SecurityEntry {
  readonly id: SecurityEntryId;
  readonly happenedAt: Date;
  readonly route: string;
  readonly status: number;
  /** Null when the key of that day is gone, or when the reader may not read people. */
  readonly sender: Sender | null;
}

/**
 * Who tried the doors of the shop, and who was turned away: a page, newest first. The reading itself stands in the audit log.
 *
 * Whoever may not read people sees what happened, not from where: then nothing is opened.
 * Shape: `next` is the place to go on from. Refuses: privacy.wrongPurpose, for every purpose but security.
 * Source: clauses OC-27, K7-12; conflict A6-4.
 */
export async function readSecurityLog(
  ctx: Context,
  page: {
    readonly limit: number;
    readonly before?: SecurityEntryId | undefined;
    readonly isMasked?: boolean;
  },
): Promise<{ readonly items: readonly SecurityEntry[]; readonly next: SecurityEntryId | undefined }> {
  if (ctx.actor.purpose !== 'security')
    throw refuse.wrongPurpose({ table: 'privacy.security_entry', purpose: ctx.actor.purpose });
  const rows = await selectSecurityEntries(ctx, { limit: page.limit, before: page.before });
  const keys = new Map<string, Buffer | undefined>();
  const items: SecurityEntry[] = [];
  for (const { sender, ...entry } of rows.slice(0, page.limit)) {
    const day = dayOfEntry(entry.happenedAt);
    if (page.isMasked !== true && !keys.has(day))
      keys.set(day, await ctx.keys.days.find('security-log', day));
    const key = keys.get(day);
    const opened =
      key && sender
        ? (JSON.parse(unwrapWith(key, sender, placeOf(ctx.tenant.id, entry.id)).toString()) as Sender)
        : null;
    items.push({ ...entry, sender: opened });
  }
  ctx.audit({
    action: 'privacy.securityLogRead',
    on: { table: 'privacy.security_entry', id: items[0]?.id ?? 'none' },
    details: { entries: items.length, opened: page.isMasked !== true },
  });
  return { items, next: rows.length > page.limit ? items.at(-1)?.id : undefined };
}
