import type { Kysely, Selectable } from 'kysely';
import type { Address } from '#kernel/address.ts';
import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import type { Sealed } from '#kernel/registry.ts';
import type { AccountId, AddressId } from './account.ts';
import type { IdentityRows } from './tables.ts';

const rows = (ctx: Context): Kysely<IdentityRows> => ctx.tx;

type AddressRow = Omit<Selectable<IdentityRows['identity.address']>, 'tenantId'>;

const columns = ['id', 'accountId', 'subjectId', 'address', 'isDefault', 'createdAt', 'updatedAt'] as const;

export async function selectAddresses(ctx: Context, accountId: AccountId): Promise<AddressRow[]> {
  return rows(ctx)
    .selectFrom('identity.address')
    .select(columns)
    .where('accountId', '=', accountId)
    .orderBy('isDefault', 'desc')
    .orderBy('createdAt')
    .limit(50)
    .execute();
}

export async function insertAddress(
  ctx: Context,
  values: {
    id: AddressId;
    accountId: AccountId;
    subjectId: SubjectId;
    address: Sealed<Address>;
    isDefault: boolean;
  },
): Promise<AddressRow> {
  return rows(ctx)
    .insertInto('identity.address')
    .values({ ...values, createdAt: ctx.now, updatedAt: ctx.now })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function updateAddress(
  ctx: Context,
  accountId: AccountId,
  id: AddressId,
  change: { address: Sealed<Address>; isDefault: boolean },
): Promise<AddressRow | undefined> {
  return rows(ctx)
    .updateTable('identity.address')
    .set({ ...change, updatedAt: ctx.now })
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .returning(columns)
    .executeTakeFirst();
}

/** Checkout offers one address first: the others step back. */
export async function clearDefault(ctx: Context, accountId: AccountId): Promise<void> {
  await rows(ctx)
    .updateTable('identity.address')
    .set({ isDefault: false })
    .where('accountId', '=', accountId)
    .where('isDefault', '=', true)
    .execute();
}

export async function deleteAddress(ctx: Context, accountId: AccountId, id: AddressId): Promise<boolean> {
  const result = await rows(ctx)
    .deleteFrom('identity.address')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
