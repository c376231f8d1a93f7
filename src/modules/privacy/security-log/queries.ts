import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Context } from '#kernel/context.ts';
import type { Rows } from '#kernel/registry.ts';
import type { SecurityEntryId } from './security-log.ts';
import type { securityLogTables } from './tables.ts';

const rows = (ctx: Context): Kysely<Rows<typeof securityLogTables>> => ctx.tx;

export interface SealedEntry {
  readonly id: SecurityEntryId;
  readonly happenedAt: Date;
  readonly route: string;
  readonly status: number;
  readonly sender: Buffer;
}

export async function insertSecurityEntries(ctx: Context, entries: readonly SealedEntry[]): Promise<void> {
  const column = <Name extends keyof SealedEntry>(name: Name): SealedEntry[Name][] =>
    entries.map((entry) => entry[name]);
  await sql`
    insert into privacy.security_entry (tenant_id, id, happened_at, route, status, sender)
    select ${ctx.tenant.id}::uuid, id, happened_at, route, status, sender
    from unnest(${column('id')}::uuid[], ${column('happenedAt')}::timestamptz[], ${column('route')}::text[],
      ${column('status')}::integer[], ${column('sender')}::bytea[]) as new (id, happened_at, route, status, sender)`.execute(
    ctx.tx,
  );
}

export const selectSecurityEntries = (
  ctx: Context,
  page: { readonly limit: number; readonly before: SecurityEntryId | undefined },
): Promise<(Omit<SealedEntry, 'sender'> & { readonly sender: Buffer | null })[]> => {
  const { before } = page;
  return rows(ctx)
    .selectFrom('privacy.security_entry')
    .select(['id', 'happenedAt', 'route', 'status', 'sender'])
    .$if(before !== undefined, (query) => query.where('id', '<', before as SecurityEntryId))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
};

/** Shape: how many, at most `limit`. */
export async function deleteSecurityEntries(ctx: Context, before: Date, limit: number): Promise<number> {
  const gone = await rows(ctx)
    .with(
      (cte) => cte('old').materialized(),
      (db) =>
        db
          .selectFrom('privacy.security_entry')
          .select('id')
          .where('happenedAt', '<', before)
          .orderBy('happenedAt')
          .limit(limit),
    )
    .deleteFrom('privacy.security_entry')
    .where('id', 'in', (query) => query.selectFrom('old').select('id'))
    .returning('id')
    .execute();
  return gone.length;
}

export const selectOverdueEntries = (ctx: Context, before: Date): Promise<SecurityEntryId[]> =>
  rows(ctx)
    .selectFrom('privacy.security_entry')
    .select('id')
    .where('happenedAt', '<', before)
    .orderBy('happenedAt')
    .limit(20)
    .execute()
    .then((found) => found.map(({ id }) => id));
