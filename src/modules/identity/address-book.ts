import { checkAddress } from '#kernel/address.ts';
import type { Address, TypedAddress } from '#kernel/address.ts';
import type { Context } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, AddressId } from './account.ts';
import { facts } from './facts.ts';
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

const addressParts = [
  'name',
  'company',
  'line1',
  'line2',
  'postcode',
  'city',
  'region',
  'country',
  'phone',
] as const satisfies readonly (keyof Address)[];

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

/** Changes a saved address. Refuses: identity.addressWrong, identity.noAddress. Announces: identity.addressChanged. */
export async function changeAddress(
  ctx: Context,
  who: BookHolder,
  id: AddressId,
  typed: TypedAddress,
  isDefault: boolean,
): Promise<SavedAddress> {
  const address = checked(ctx, typed);
  const before = (await listAddresses(ctx, who)).find((saved) => saved.id === id);
  if (isDefault) await clearDefault(ctx, who.accountId);
  const row = { id, subjectId: who.subject };
  const changed = await updateAddress(ctx, who.accountId, id, {
    isDefault,
    address: await vault.seal(ctx, addressTable, 'address', row, address),
  });
  if (!changed) throw refuse.noAddress();
  for (const part of before ? partsThatDiffer(before.address, address) : [])
    ctx.emit(facts.addressChanged({ accountId: who.accountId, subjectId: who.subject, addressId: id, part }));
  return { id, address, isDefault };
}

/** Forgets a saved address. Refuses: identity.noAddress. */
export async function removeAddress(ctx: Context, who: BookHolder, id: AddressId): Promise<void> {
  if (!(await deleteAddress(ctx, who.accountId, id))) throw refuse.noAddress();
}

const partsThatDiffer = (before: Address, after: Address): string[] =>
  addressParts.filter((part) => (before[part] ?? '') !== (after[part] ?? ''));

function checked(ctx: Context, typed: TypedAddress): Address {
  const result = checkAddress(typed, { locale: ctx.locale });
  if (!result.ok) throw refuse.addressWrong({ field: result.problems[0]?.field, problems: result.problems });
  return result.address;
}
