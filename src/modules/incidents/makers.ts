import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { anAccount, listAddresses, listCustomers, saveAddress } from '#modules/identity/index.ts';
import type { AccountId } from '#modules/identity/index.ts';

const postcodes = { DE: '20099', AT: '1010', FR: '75001' } as const;

/** A person with an account and an address, as an attacker would find them. For tests and drills. */
export async function aPerson(
  ctx: Context,
  name: string,
  country: 'DE' | 'AT' | 'FR' = 'DE',
): Promise<{ accountId: AccountId; subject: SubjectId; email: string }> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  const { accountId, subject } = await anAccount(ctx, { email, name });
  await saveAddress(
    ctx,
    { accountId, subject },
    { name, line1: 'Lange Reihe 1', postcode: postcodes[country], city: 'Hamburg', country },
    true,
  );
  return { accountId, subject, email };
}

/** A colleague looks at somebody's address book, as the customer page does. */
export const readAddresses = async (ctx: Context, accountId: AccountId): Promise<void> =>
  void (await listAddresses(ctx, { accountId }));

/** A colleague looks at the list of customers. */
export const readCustomers = async (ctx: Context): Promise<void> =>
  void (await listCustomers(ctx, { mayReveal: true }));
