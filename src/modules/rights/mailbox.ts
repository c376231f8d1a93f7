import { cached } from '#kernel/cache.ts';
import type { Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { findTenantById, getShop, listTenantIds } from '#modules/tenancy/index.ts';

/** The shop whose contact or sender address this is; `privacy+erase@…` is `privacy@…`. Shape: undefined for nobody's. */
export async function findTenantByMailbox(house: House, address: string): Promise<Tenant | undefined> {
  const asked = plainAddress(address);
  for (const id of await listTenantIds(house.db)) {
    const tenant = await findTenantById(house.db, id);
    if (tenant && (await mailboxesOf(house, tenant)).includes(asked)) return tenant;
  }
  return undefined;
}

const mailboxesOf = (house: House, tenant: Tenant): Promise<readonly string[]> =>
  cached(tenant.id, 'mailboxes', async () => {
    const actor = { kind: 'system', id: 'rights.inbox', purpose: 'rights' } as const;
    const shop = await unitOfWork(house, { tenant, actor }, getShop);
    return [shop.contactEmail, shop.mailFrom].filter(Boolean).map(plainAddress);
  });

const plainAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, '@');
