import type { House } from '#kernel/house.ts';
import type { Tenant } from '#kernel/context.ts';
import { isCurrency } from '#kernel/money.ts';
import { newId } from '#kernel/ids.ts';
import type { TenantId } from '#kernel/ids.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { checkShop } from './check-shop.ts';
import { insertShop, insertTenant } from './queries.ts';
import { refuse } from './refuse.ts';
import type { Shop } from './shop.ts';

export interface NewTenant {
  readonly slug: string;
  readonly profile: string;
  readonly hosts: readonly string[];
  readonly demo: boolean;
  readonly shop: Partial<Omit<Shop, 'version'>>;
}

/**
 * Opens a new shop: a tenant with its hosts and settings, all or nothing.
 *
 * Refuses: tenancy.badSlug, tenancy.badHost, tenancy.unknownCurrency, tenancy.unknownCountry, tenancy.slugTaken,
 * tenancy.hostTaken.
 */
export async function createTenant(house: House, wanted: NewTenant): Promise<Tenant> {
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(wanted.slug)) throw refuse.badSlug({ field: 'name' });
  const badHost = wanted.hosts.find((host) => !/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host));
  if (wanted.hosts.length === 0 || badHost !== undefined) throw refuse.badHost({ field: 'host' });

  const shop = { ...emptyShop(wanted.slug), ...wanted.shop };
  if (!isCurrency(shop.currency)) throw refuse.unknownCurrency({ field: 'currency' });
  checkShop(shop);
  const tenant: Tenant = {
    id: newId<TenantId>(),
    slug: wanted.slug,
    profile: wanted.profile,
    demo: wanted.demo,
    name: shop.name,
    currency: shop.currency,
    locale: shop.locale,
    country: shop.country,
    pricesIncludeTax: shop.pricesIncludeTax,
    accentHue: shop.accentHue,
  };
  await unitOfWork(
    house,
    { tenant, actor: { kind: 'operator', id: 'tenant-create', purpose: 'administer' } },
    async (ctx) => {
      const taken = await insertTenant(
        ctx,
        { id: tenant.id, slug: tenant.slug, profile: tenant.profile, demo: tenant.demo },
        wanted.hosts,
      );
      if (taken === 'slug') throw refuse.slugTaken({ name: wanted.slug });
      if (taken === 'host') throw refuse.hostTaken({ hosts: wanted.hosts });
      await insertShop(ctx, shop);
      ctx.audit({
        action: 'tenancy.created',
        on: { table: 'tenancy.tenant', id: tenant.id },
        details: { profile: tenant.profile },
      });
    },
  );
  return tenant;
}

/** A shop that says honestly that nobody has filled in who answers for it. */
const emptyShop = (slug: string): Omit<Shop, 'version'> => ({
  name: slug,
  tagline: '',
  currency: 'EUR',
  locale: 'en',
  country: 'DE',
  pricesIncludeTax: true,
  accentHue: 155,
  legalName: '',
  legalAddress: '',
  legalCountry: 'DE',
  vatId: null,
  registration: null,
  contactEmail: '',
  contactPhone: null,
  mailFrom: `shop@${slug}.localhost`,
  bankHolder: null,
  bankIban: null,
  bankBic: null,
});
