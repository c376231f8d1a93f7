import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { TenantId } from '#kernel/ids.ts';
import { unwrapWith, wrapWith } from './root-key.ts';
import type { RootKey } from './root-key.ts';

interface WrappedKey {
  readonly subject_id: string;
  readonly class: string;
  readonly wrapped: Buffer;
}

const batch = 2_000;

/**
 * Turns a tenant's epoch: a new wrapping key, every key that is left wrapped anew, the old wrapping key destroyed.
 *
 * All of it or nothing; readers wait for nobody, because whoever still holds the old wrapping key on lease opens what it
 * read before. Writers that wrapped under the old one meanwhile are waited for.
 * Shape: the new epoch, or null when the present one is younger than `olderThan`. Source: clause C3.
 */
export function turnEpoch(
  inTransaction: <T>(work: (client: pg.ClientBase) => Promise<T>) => Promise<T>,
  root: RootKey,
  tenant: TenantId,
  olderThan: Date,
): Promise<number | null> {
  return inTransaction(async (client) => {
    await client.query('set local statement_timeout = 0');
    const { rows } = await client.query<{ epoch: number; wrapped: Buffer; created_at: Date }>(
      'select epoch, wrapped, created_at from keys.tenant_key where tenant_id = $1 order by epoch for update',
      [tenant],
    );
    const newest = rows.at(-1);
    if (!newest || newest.created_at >= olderThan) return null;
    // Keys that are being made now are in the table or fail when this is over; none is left under what is destroyed.
    await client.query('lock table keys.subject_key in share row exclusive mode');
    const epoch = newest.epoch + 1;
    const fresh = randomBytes(32);
    const old = new Map<number, Buffer>();
    for (const row of rows)
      old.set(row.epoch, await root.unwrap(row.wrapped, `tenant|${tenant}|${row.epoch}`));
    for (const [number, key] of old)
      await wrapAnew(client, tenant, { number, key }, { number: epoch, key: fresh });
    await client.query('delete from keys.tenant_key where tenant_id = $1', [tenant]);
    await client.query(
      'insert into keys.tenant_key (tenant_id, epoch, wrapped, created_at) values ($1, $2, $3, now())',
      [tenant, epoch, await root.wrap(fresh, `tenant|${tenant}|${epoch}`)],
    );
    return epoch;
  });
}

interface Epoch {
  readonly number: number;
  readonly key: Buffer;
}

async function wrapAnew(client: pg.ClientBase, tenant: TenantId, from: Epoch, to: Epoch): Promise<void> {
  for (;;) {
    const { rows } = await client.query<WrappedKey>(
      'select subject_id, class, wrapped from keys.subject_key where tenant_id = $1 and epoch = $2 limit $3',
      [tenant, from.number, batch],
    );
    if (rows.length === 0) return;
    const wrapped = rows.map((row) => {
      const name = `${tenant}|${row.subject_id}|${row.class}`;
      return wrapWith(to.key, unwrapWith(from.key, row.wrapped, name), name);
    });
    await client.query(
      `update keys.subject_key k set epoch = $2, wrapped = n.wrapped
       from unnest($3::uuid[], $4::text[], $5::bytea[]) as n(subject_id, class, wrapped)
       where k.tenant_id = $1 and k.subject_id = n.subject_id and k.class = n.class`,
      [tenant, to.number, rows.map((row) => row.subject_id), rows.map((row) => row.class), wrapped],
    );
  }
}
