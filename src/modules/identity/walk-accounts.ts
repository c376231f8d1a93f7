import type { Context } from '#kernel/context.ts';
import type { SubjectId } from '#kernel/ids.ts';
import { vault } from '#modules/privacy/index.ts';
import type { AccountId, AccountKind } from './account.ts';
import { selectAccountsAfter } from './queries-walk.ts';
import { account } from './tables.ts';

/** Somebody who has an account, and how to write to them; `contact` is missing when they are being erased. */
export interface Holder {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly subject: SubjectId;
  readonly locale: string;
  readonly contact?: { readonly email: string; readonly name: string };
}

/**
 * The next people with an account, for telling all of them something that concerns their account.
 *
 * Shape: in the order of their ids, from the one after `after`; empty at the end. `opened` opens their addresses too.
 */
export async function walkAccounts(
  ctx: Context,
  { after, limit, opened }: { after: AccountId | null; limit: number; opened: boolean },
): Promise<Holder[]> {
  const found = await selectAccountsAfter(ctx, after, limit);
  const holders: Holder[] = [];
  for (const row of found) {
    const { id, kind, subjectId: subject, locale } = row;
    const isHere = opened && (await vault.isHere(ctx, subject));
    holders.push({
      id,
      kind,
      subject,
      locale,
      ...(isHere ? { contact: await vault.open(ctx, account, 'profile', row) } : {}),
    });
  }
  return holders;
}
