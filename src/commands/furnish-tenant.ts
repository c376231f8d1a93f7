import { randomBytes } from 'node:crypto';
import type { Tenant } from '#kernel/context.ts';
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
  const password = randomBytes(12).toString('base64url');
  return unitOfWork(
    house,
    { tenant, actor: { kind: 'operator', id: 'tenant-create', purpose: 'administer' } },
    async (ctx) => {
      await seedRoles(ctx);
      await seedLocations(ctx);
      await seedDelivery(ctx);
      if (options.ownerEmail === undefined) return undefined;
      await createOwner(ctx, { email: options.ownerEmail, name: 'Owner', password });
      return { email: options.ownerEmail, password };
    },
  );
}
