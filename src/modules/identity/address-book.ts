import { checkAddress } from '#kernel/address.ts';
import type { Address, TypedAddress } from '#kernel/address.ts';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, AddressId } from './account.ts';
import {
  clearDefault,
  deleteAddress,
  insertAddress,
  selectAddresses,
  updateAddress,
} from './queries-addresses.ts';
import { refuse } from './refuse.ts';
import { address as addressTable } from './tables.ts';

export interface SavedAddress {
  readonly id: AddressId;
  readonly address: Address;
  readonly isDefault: boolean;
}

export interface BookHolder {
  readonly accountId: AccountId;
  readonly subject: SubjectId;
}

const mostAddresses = 20;

/** The addresses somebody saved, the default first. */
export async function listAddresses(
  ctx: Context,
  { accountId }: Pick<BookHolder, 'accountId'>,
): Promise<SavedAddress[]> {
  const rows = await selectAddresses(ctx, accountId);
  const opened = await vault.openMany(ctx, addressTable, 'address', rows);
  return rows.flatMap(({ id, isDefault }, index) => {
    const address = opened[index];
    return address ? [{ id, address, isDefault }] : [];
  });
}

/** Saves an address; the first one becomes the default. Refuses: identity.addressWrong, identity.addressBookFull. */
export async function saveAddress(
  ctx: Context,
  who: BookHolder,
  typed: TypedAddress,
  wantsDefault: boolean,
): Promise<SavedAddress> {
  const address = checked(ctx, typed);
  const known = await selectAddresses(ctx, who.accountId);
  if (known.length >= mostAddresses) throw refuse.addressBookFull({ limit: mostAddresses });
  const isDefault = wantsDefault || known.length === 0;
  if (isDefault) await clearDefault(ctx, who.accountId);
  const row = { id: newId<AddressId>(), subjectId: who.subject };
  await insertAddress(ctx, {
    ...row,
    accountId: who.accountId,
    isDefault,
    address: await vault.seal(ctx, addressTable, 'address', row, address),
  });
  return { id: row.id, address, isDefault };
}

/** Changes a saved address. Refuses: identity.addressWrong, identity.noAddress. */
export async function changeAddress(
  ctx: Context,
  who: BookHolder,
  id: AddressId,
  typed: TypedAddress,
  isDefault: boolean,
): Promise<SavedAddress> {
  const address = checked(ctx, typed);
  if (isDefault) await clearDefault(ctx, who.accountId);
  const row = { id, subjectId: who.subject };
  const changed = await updateAddress(ctx, who.accountId, id, {
    isDefault,
    address: await vault.seal(ctx, addressTable, 'address', row, address),
  });
  if (!changed) throw refuse.noAddress();
  return { id, address, isDefault };
}

/** Forgets a saved address. Refuses: identity.noAddress. */
export async function removeAddress(ctx: Context, who: BookHolder, id: AddressId): Promise<void> {
  if (!(await deleteAddress(ctx, who.accountId, id))) throw refuse.noAddress();
}

function checked(ctx: Context, typed: TypedAddress): Address {
  const result = checkAddress(typed, { locale: ctx.locale });
  if (!result.ok) throw refuse.addressWrong({ field: result.problems[0]?.field, problems: result.problems });
  return result.address;
}
