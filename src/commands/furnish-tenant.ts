import { randomBytes } from 'node:crypto';
import type { Context, Tenant } from '#kernel/context.ts';
import type { House } from '#kernel/house.ts';
import { unitOfWork } from '#kernel/unit-of-work.ts';
import { createOwner, seedRoles } from '#modules/identity/index.ts';
import { seedLocations } from '#modules/inventory/index.ts';
import { seedDelivery } from '#modules/pricing/index.ts';

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
  return options.ownerEmail === undefined ? undefined : makeOwner(house, tenant, options.ownerEmail);
}

/** Makes an owner of a shop with a password that is told once. Refuses: identity.alreadyStaff. */
export async function makeOwner(house: House, tenant: Tenant, email: string): Promise<Login> {
  const password = randomBytes(12).toString('base64url');
  await asOperator(house, tenant, (ctx) => createOwner(ctx, { email, name: 'Owner', password }));
  return { email, password };
}

const asOperator = <T>(house: House, tenant: Tenant, run: (ctx: Context) => Promise<T>): Promise<T> =>
  unitOfWork(house, { tenant, actor: { kind: 'operator', id: 'tenant', purpose: 'administer' } }, run);
