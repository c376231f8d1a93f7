import type { Context } from '#kernel/context.ts';
import type { Finding, Prover } from '#kernel/module.ts';
import { findRoleByCode, selectOwners, selectStaff } from './queries-staff.ts';
import { ownerCode } from './roles.ts';

/** A shop in which somebody works has somebody who may do everything. */
export const ownerProver: Prover = {
  name: 'owners',
  says: 'a shop with staff has at least one owner who can sign in',
  prove: async (ctx: Context): Promise<readonly Finding[]> => {
    const [staff, owner] = [await selectStaff(ctx), await findRoleByCode(ctx, ownerCode)];
    if (staff.length === 0) return [];
    const owners = owner ? await selectOwners(ctx, owner.id) : [];
    return owners.length > 0
      ? []
      : [
          {
            says: 'staff, but nobody who may do everything',
            rows: staff.slice(0, 20).map(({ id }) => `identity.account ${id}`),
          },
        ];
  },
};
