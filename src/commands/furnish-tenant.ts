import { randomBytes } from 'node:crypto';
import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { createOwner, seedRoles } from '#modules/identity/index.ts';
import { seedLocations } from '#modules/inventory/index.ts';
import { ensurePolicy } from '#modules/policy/index.ts';
import { seedDelivery } from '#modules/pricing/index.ts';
import { listTenants } from '#modules/tenancy/index.ts';

export interface Login {
  readonly email: string;
  readonly password: string;
}

/** Gives a new tenant what every shop needs: roles, places for stock, ways of delivery, and an owner when an address is given. */
export async function furnishTenant(
  house: House,
  tenant: Tenant,
  options: { readonly ownerEmail: string | undefined },
): Promise<Login | undefined> {
  await asOperator(house, tenant, async (ctx) => {
    await seedRoles(ctx);
    await seedLocations(ctx);
    await seedDelivery(ctx);
  });
  await publishFirst(house, tenant);
  return options.ownerEmail === undefined ? undefined : makeOwner(house, tenant, options.ownerEmail);
}

/** The first policy, if the shop says already who is responsible for it; else the first reader gets it once it does. */
async function publishFirst(house: House, tenant: Tenant): Promise<void> {
  const row = (await listTenants(house.db)).find(({ id }) => id === tenant.id);
  const host = row?.hosts[0];
  if (host !== undefined)
    await asOperator(house, tenant, async (ctx) => void (await ensurePolicy(ctx, `https://${host}`)));
}

/** Makes an owner of a shop with a password that is told once. Refuses: identity.alreadyStaff. */
export async function makeOwner(house: House, tenant: Tenant, email: string): Promise<Login> {
  const password = randomBytes(12).toString('base64url');
  await asOperator(house, tenant, (ctx) => createOwner(ctx, { email, name: 'Owner', password }));
  return { email, password };
}

const asOperator = <T>(house: House, tenant: Tenant, run: (ctx: Context) => Promise<T>): Promise<T> =>
  unitOfWork(house, { tenant, actor: { kind: 'operator', id: 'tenant', purpose: 'administer' } }, run);
