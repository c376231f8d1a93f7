import type { Context } from '#kernel/context.ts';
import { cursorOf, placeAfter } from '#kernel/cursor.ts';
import { httpRefuse } from '#kernel/http-refuse.ts';
import { maskAddress } from '#modules/notifications/index.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId } from './account.ts';
import { listAddresses } from './address-book.ts';
import type { SavedAddress } from './address-book.ts';
import { findAccountById, selectAccounts } from './queries-accounts.ts';
import type { AccountRow } from './queries-accounts.ts';
import { refuse } from './refuse.ts';
import { asTheHouse, countReveal, maskName } from './reveal.ts';
import type { RevealReason } from './reveal.ts';
import { account } from './tables.ts';

/** A customer with an account, as staff see them: masked unless they may read people. */
interface Customer {
  readonly id: AccountId;
  readonly subjectId: string;
  readonly name: string;
  readonly email: string;
  readonly isMasked: boolean;
  readonly emailVerified: boolean;
  readonly since: string;
}

/**
 * Customers with an account, the newest first, or those a search finds: a whole address, or beginnings of names.
 *
 * Searching happens on keyed hashes: nothing is opened but the page that is shown. Only those who may read people may
 * search: being found would tell that somebody is a customer. Refuses: kernel.notAllowed.
 */
export async function listCustomers(
  ctx: Context,
  asked: { q?: string; after?: string; limit?: number; mayReveal: boolean },
): Promise<{ items: Customer[]; next: string | null }> {
  const limit = asked.limit ?? 50;
  const q = asked.q?.trim() ?? '';
  if (q !== '' && !asked.mayReveal) throw httpRefuse.notAllowed({ field: 'q' });
  const tokens =
    q !== '' && !q.includes('@') ? await vault.searchToken(ctx, account, 'nameTokens', q) : undefined;
  if (tokens?.length === 0) return { items: [], next: null };
  const rows = await selectAccounts(ctx, {
    kind: 'buyer',
    emailIndex: q.includes('@') ? await vault.blind(ctx, account, 'emailIndex', q) : undefined,
    nameTokens: tokens,
    after: placeOf(asked.after),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await present(ctx, page, asked.mayReveal),
    next: rows.length > limit && last ? cursorOf([last.createdAt.toISOString(), last.id]) : null,
  };
}

/** One customer with their address book, for those who may read people. Refuses: identity.noAccount. */
export async function getCustomer(
  ctx: Context,
  id: AccountId,
  mayReveal: boolean,
): Promise<Customer & { addresses: SavedAddress[] }> {
  const row = await findAccountById(ctx, id);
  if (row?.kind !== 'buyer') throw refuse.noAccount();
  const [customer] = await present(ctx, [row], mayReveal);
  if (!customer) throw refuse.noAccount();
  return { ...customer, addresses: mayReveal ? await listAddresses(ctx, { accountId: id }) : [] };
}

/**
 * Shows one customer to a colleague whose role does not read people, because of a reason that is written down.
 *
 * Refuses: identity.noAccount, identity.tooManyReveals.
 */
export async function revealCustomer(
  ctx: Context,
  id: AccountId,
  because: RevealReason,
): Promise<Customer & { addresses: SavedAddress[] }> {
  const overdrawn = await countReveal(ctx);
  if (overdrawn) throw refuse.tooManyReveals({ ...overdrawn });
  const customer = await getCustomer(ctx, id, true);
  ctx.audit({ action: 'identity.revealed', on: { table: 'identity.account', id }, details: { because } });
  return customer;
}

async function present(ctx: Context, rows: readonly AccountRow[], mayReveal: boolean): Promise<Customer[]> {
  const profiles = await vault.openMany(mayReveal ? ctx : asTheHouse(ctx), account, 'profile', rows);
  return rows.map(({ id, subjectId, emailVerified, createdAt }, index) => {
    const { name, email } = profiles[index] ?? { name: '', email: '' };
    const shown = mayReveal ? { name, email } : { name: maskName(name), email: email && maskAddress(email) };
    return { id, subjectId, ...shown, isMasked: !mayReveal, emailVerified, since: createdAt.toISOString() };
  });
}

function placeOf(text: string | undefined): { createdAt: Date; id: AccountId } | undefined {
  const place = placeAfter(text, 'instant', 'id');
  return place && { createdAt: place[0], id: place[1] as AccountId };
}
