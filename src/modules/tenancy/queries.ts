import type { Kysely } from 'kysely';
import type { Context, Locale, Tenant } from '#kernel/context.ts';
import type { Database } from '#kernel/database.ts';
import type { TenantId } from '#kernel/ids.ts';
import type { Shop, ShopChange } from './shop.ts';
import type { TenancyRows } from './tables.ts';

const rows = (ctx: Context): Kysely<TenancyRows> => ctx.tx;

interface ShopAt extends Record<string, unknown> {
  readonly id: TenantId;
  readonly slug: string;
  readonly profile: string;
  readonly demo: boolean;
  readonly name: string;
  readonly currency: string;
  readonly locale: Locale;
  readonly country: string;
  readonly prices_include_tax: boolean;
  readonly accent_hue: number;
}

export async function selectTenantAt(
  db: Pick<Database, 'statement'>,
  host: string,
): Promise<Tenant | undefined> {
  const [row] = await db.statement<ShopAt>('select * from tenancy.shop_at($1)', [host]);
  if (!row) return undefined;
  const { prices_include_tax: pricesIncludeTax, accent_hue: accentHue, ...rest } = row;
  return { ...rest, pricesIncludeTax, accentHue };
}

export async function selectHostOf(
  db: Pick<Database, 'statement'>,
  id: TenantId,
): Promise<string | undefined> {
  const [row] = await db.statement<{ host: string }>(
    'select host from tenancy.host where tenant = $1 order by created_at, host limit 1',
    [id],
  );
  return row?.host;
}

export async function selectTenantIds(db: Pick<Database, 'statement'>): Promise<TenantId[]> {
  const rows = await db.statement<{ id: TenantId }>('select id from tenancy.tenant order by id');
  return rows.map((row) => row.id);
}

export interface TenantRow {
  readonly id: TenantId;
  readonly slug: string;
  readonly profile: string;
  readonly demo: boolean;
  readonly hosts: readonly string[];
}

export async function selectTenants(db: Pick<Database, 'statement'>): Promise<TenantRow[]> {
  return db.statement<TenantRow & Record<string, unknown>>(
    `select t.id, t.slug, t.profile, t.demo, coalesce(array_agg(h.host order by h.created_at, h.host) filter (where h.host is not null), '{}') as hosts
     from tenancy.tenant t left join tenancy.host h on h.tenant = t.id group by t.id order by t.created_at, t.slug`,
  );
}

/** Makes the tenant and its hosts. Shape: what was taken already, undefined when all went well. */
export async function insertTenant(
  ctx: Context,
  tenant: { id: TenantId; slug: string; profile: string; demo: boolean },
  hosts: readonly string[],
): Promise<'slug' | 'host' | undefined> {
  const made = await rows(ctx)
    .insertInto('tenancy.tenant')
    .values({ ...tenant, createdAt: ctx.now })
    .onConflict((clash) => clash.column('slug').doNothing())
    .returning('id')
    .execute();
  if (made.length === 0) return 'slug';
  const added = await rows(ctx)
    .insertInto('tenancy.host')
    .values(hosts.map((host) => ({ host, tenant: tenant.id, createdAt: ctx.now })))
    .onConflict((clash) => clash.column('host').doNothing())
    .returning('host')
    .execute();
  return added.length === hosts.length ? undefined : 'host';
}

export async function insertShop(ctx: Context, shop: Omit<Shop, 'version'>): Promise<void> {
  await rows(ctx)
    .insertInto('tenancy.shop')
    .values({ ...shop, version: 1, updatedAt: ctx.now })
    .execute();
}

const shopColumns = [
  'version',
  'name',
  'tagline',
  'currency',
  'locale',
  'country',
  'pricesIncludeTax',
  'accentHue',
  'legalName',
  'legalAddress',
  'legalCountry',
  'vatId',
  'registration',
  'contactEmail',
  'contactPhone',
  'mailFrom',
  'bankHolder',
  'bankIban',
  'bankBic',
] as const;

export async function selectShop(ctx: Context): Promise<Shop> {
  return rows(ctx).selectFrom('tenancy.shop').select(shopColumns).executeTakeFirstOrThrow();
}

/** Shape: undefined when the version was not the expected one. */
export async function updateShop(
  ctx: Context,
  change: ShopChange,
  expectedVersion: number,
): Promise<Shop | undefined> {
  return rows(ctx)
    .updateTable('tenancy.shop')
    .set((eb) => ({ ...change, version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('version', '=', expectedVersion)
    .returning(shopColumns)
    .executeTakeFirst();
}
