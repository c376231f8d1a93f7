import { cached } from '#kernel/cache.ts';
import type { Tenant } from '#kernel/context.ts';
import type { Database } from '#kernel/database.ts';
import type { TenantId } from '#kernel/ids.ts';
import { selectHostOf, selectTenantAt, selectTenantIds, selectTenants } from './queries.ts';
import type { TenantRow } from './queries.ts';
import { refuse } from './refuse.ts';

/** The shop that answers to a host; a change is seen within a second. Shape: undefined for an unknown host. */
export function findTenantByHost(
  db: Pick<Database, 'statement'>,
  hostHeader: string,
): Promise<Tenant | undefined> {
  const host = hostHeader.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (!/^[a-z0-9.-]{1,253}$/.test(host)) return Promise.resolve(undefined);
  return cached('hosts', host, () => selectTenantAt(db, host));
}

export type { TenantRow } from './queries.ts';

/** Every tenant with its hosts, oldest first. */
export const listTenants = (db: Pick<Database, 'statement'>): Promise<TenantRow[]> => selectTenants(db);

/** The tenant of that name, or the only one there is when no name is given. Refuses: tenancy.unknownTenant. */
export async function getTenant(db: Pick<Database, 'statement'>, slug: string | undefined): Promise<Tenant> {
  const tenants = await selectTenants(db);
  const row =
    slug === undefined && tenants.length === 1 ? tenants[0] : tenants.find((one) => one.slug === slug);
  const tenant = row?.hosts[0] === undefined ? undefined : await selectTenantAt(db, row.hosts[0]);
  if (!tenant)
    throw refuse.unknownTenant({ name: slug ?? null, known: tenants.map((one) => one.slug).slice(0, 20) });
  return tenant;
}

/** The tenant of that id; a change is seen within a second. Shape: undefined when there is none. */
export function findTenantById(db: Pick<Database, 'statement'>, id: TenantId): Promise<Tenant | undefined> {
  return cached('hosts', id, async () => {
    const host = await selectHostOf(db, id);
    return host === undefined ? undefined : selectTenantAt(db, host);
  });
}

/** Every tenant's id, for work that goes round all of them. */
export const listTenantIds = (db: Pick<Database, 'statement'>): Promise<TenantId[]> =>
  cached('hosts', 'every tenant', () => selectTenantIds(db));
